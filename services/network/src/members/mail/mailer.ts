import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Post, postVia } from '#mail';
import { Clock, Database } from '#persistence';
import { memberSettings } from '../../config.js';
import { Member } from '../member.entity.js';
import { invitationMail } from './invitation-mail.js';

const HOLDS_MS = 7 * 24 * 3_600_000;

/** What is kept of an invitation's secret: whoever reads the table cannot accept in somebody's place. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Sends members their invitations. */
@Injectable()
export class Mailer {
  private readonly settings = memberSettings(process.env);
  private readonly post: Post | undefined = this.settings && postVia(this.settings);

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** No mail goes out from here at all. */
  isSilent(): boolean {
    return this.post === undefined;
  }

  /**
   * Sends the invitation. Its secret is new each time and known to the mail alone, so the link of the last mail is the one
   * that holds. Dying after it was sent sends another: better two than none.
   */
  async invite({ id, name, mail, branches, version }: Member): Promise<void> {
    if (!this.post || !this.settings) return;
    const secret = randomBytes(32).toString('base64url');
    const endsAt = new Date(this.clock.now().getTime() + HOLDS_MS);
    const noted = await this.note(id, version, hashOf(secret), endsAt);
    if (!noted) return;
    // After the hash mark: what stands there is sent to no server, and so kept in no log.
    const link = new URL(`/invitation#${secret}`, this.settings.PUBLIC_URL).href;
    const cities = await this.citiesOf(branches);
    await this.post({ to: { name, address: mail }, ...invitationMail({ name, link, endsAt, cities }) });
    await this.db.work((tx) =>
      tx.query('UPDATE member SET mail_due = false WHERE id = $1 AND version = $2', [id, version]),
    );
  }

  /** Sends a letter to a member, under the same name however often it is tried; throws when it is not taken. */
  async write(letter: { id: string; name: string; mail: string; subject: string; text: string }): Promise<void> {
    const { id, name, mail, subject, text } = letter;
    await this.post?.({ to: { name, address: mail }, subject, text, messageId: `${id}@passerelle` });
  }

  /** The address of a page of the dashboard. */
  pageAt(path: string): string {
    return new URL(path, this.settings?.PUBLIC_URL ?? 'http://localhost').href;
  }

  /** False when somebody changed the member meanwhile; what they are then is looked at again. */
  private async note(id: string, version: number, hash: string, endsAt: Date): Promise<boolean> {
    const noted: [unknown[], number] = await this.db.work((tx) =>
      tx.query(
        `UPDATE member SET invitation_hash = $3, invitation_ends_at = $4
         WHERE id = $1 AND version = $2 AND state = 'INVITED' RETURNING id`,
        [id, version, hash, endsAt],
      ),
    );
    return noted[1] === 1;
  }

  private async citiesOf(codes: readonly string[]): Promise<string[]> {
    const rows: { city: string }[] = await this.db.look((tx) =>
      tx.query('SELECT city FROM branch WHERE code = ANY ($1::bpchar[]) ORDER BY city', [codes]),
    );
    return rows.map(({ city }) => city);
  }
}
