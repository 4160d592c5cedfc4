import { Injectable } from '@nestjs/common';
import { MemberInvited } from '#events';
import { lockAggregate, Outbox, WakeablePause } from '#messaging';
import { Clock, Database } from '#persistence';
import type { Companion } from '#runtime';
import { createLog } from '#runtime';
import { Mailer } from '../mail/mailer.js';
import { Member } from '../member.entity.js';
import { Directory } from './directory.js';

const LOOK_AGAIN_MS = 2_000;
const AT_ONCE = 20;
/** Waits grow with each failure, to five minutes. */
const LONGEST_WAIT_S = 300;

/**
 * Brings the identity provider to where the members' table is, and sends invitations. What is left to do is what the table
 * says and nothing else, so that whatever dies in between is done again; being told twice changes nothing there.
 */
@Injectable()
export class DirectoryWorker implements Companion {
  private readonly log = createLog('network');
  private stopping = false;
  private running: Promise<void> | undefined;
  private readonly rest = new WakeablePause();

  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly directory: Directory,
    private readonly mailer: Mailer,
  ) {}

  start(): void {
    if (this.mailer.isSilent()) return;
    this.running ??= this.run();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.rest.end();
    await this.running;
  }

  /** Something was written: saves the wait. Correctness does not need it. */
  wake(): void {
    this.rest.wake();
  }

  /** Does one member's part at once, for somebody who waits for it; what fails is done later. */
  async carryOutFor(id: string): Promise<void> {
    if (this.mailer.isSilent()) return;
    const member = await this.db.look((tx) => tx.findOneBy(Member, { id }));
    if (member) await this.forOne(member);
  }

  /** Does what is due now, once; says how much it was. */
  async carryOut(): Promise<number> {
    const due = await this.db.look((tx) =>
      tx
        .createQueryBuilder(Member, 'm')
        .where('(m.carriedVersion < m.version OR m.mailDue)')
        .andWhere('(m.next_try_at IS NULL OR m.next_try_at <= :now)', { now: this.clock.now() })
        .orderBy('m.id')
        .limit(AT_ONCE)
        .getMany(),
    );
    for (const member of due) {
      if (this.stopping) break;
      await this.forOne(member);
    }
    return due.length;
  }

  private async forOne(member: Member): Promise<void> {
    try {
      if (member.carriedVersion < member.version) await this.tell(member);
      if (member.mailDue) await this.mailer.invite(member);
      await this.db.work((tx) =>
        tx.query('UPDATE member SET tries = 0, next_try_at = NULL WHERE id = $1 AND tries > 0', [member.id]),
      );
    } catch (error) {
      // The member's id finds them for whoever may look; their name and address are not for a log.
      const what = error instanceof Error ? error.name : 'unknown';
      this.log.warn({ memberId: member.id, error: what }, 'a member is not carried out yet');
      await this.later(member.id);
    }
  }

  private async tell(member: Member): Promise<void> {
    const { id: memberId, name, mail, role, branches, version, state } = member;
    // Who never signed in and never accepted is nobody to the provider.
    const unknown = state !== 'ACTIVE' && member.subject === null;
    const subject = unknown
      ? null
      : await this.directory.put({
          memberId,
          subject: member.subject,
          name,
          mail,
          role,
          branches,
          enabled: state === 'ACTIVE',
        });
    if (subject !== null && member.toEnd === 'SIGN_INS') await this.directory.endSessions(subject);
    await this.db.work(async (tx) => {
      await lockAggregate(tx, MemberInvited.topic, memberId);
      const current = await tx.findOneByOrFail(Member, { id: memberId });
      const events = current.carriedOut({ version, subject }, this.clock.now());
      await tx.save(current);
      await this.outbox.add(tx, events);
    });
  }

  private async later(id: string): Promise<void> {
    const retry = `UPDATE member SET tries = tries + 1,
      next_try_at = $2::timestamptz + least(power(2, tries + 1), ${LONGEST_WAIT_S}) * interval '1 second' WHERE id = $1`;
    await this.db.work((tx) => tx.query(retry, [id, this.clock.now()]));
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      const done = await this.carryOut().catch((error: unknown) => {
        this.log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'members wait to be carried out');
        return 0;
      });
      if (done < AT_ONCE) await this.rest.wait(LOOK_AGAIN_MS);
    }
  }
}
