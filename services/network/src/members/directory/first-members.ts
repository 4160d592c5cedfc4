import { Injectable } from '@nestjs/common';
import type { MemberRole } from '#events';
import { Outbox } from '#messaging';
import { Clock, Database, Ids, type Tx } from '#persistence';
import type { Companion } from '#runtime';
import { memberSettings } from '../../config.js';
import { Member } from '../member.entity.js';

/** A network begins with somebody in it: the personas of a demo, or the one administrator who invites all others. */
@Injectable()
export class FirstMembers implements Companion {
  private entering: Promise<void> | undefined;

  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  start(): void {
    this.entering ??= this.enter();
  }

  async stop(): Promise<void> {
    await this.entering;
  }

  private async enter(): Promise<void> {
    const settings = memberSettings(process.env);
    if (!settings) return;
    await this.db.work(async (tx) => {
      // Two instances that start together must not both begin the network.
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext('administrators'))`);
      for (const { subject, name, mail, role, branches } of settings.DEMO_MEMBERS) {
        if (await tx.existsBy(Member, { subject })) continue;
        const facts = { role: role as MemberRole, branches: [...branches] };
        await this.insert(tx, Member.known(this.ids.next(), subject, { name, mail, facts }, this.clock.now()));
      }
      const mail = settings.FIRST_ADMINISTRATOR_MAIL;
      if (mail === undefined || (await tx.existsBy(Member, { role: 'ADMINISTRATOR' }))) return;
      const facts = { role: 'ADMINISTRATOR' as const, branches: ['*'] };
      await this.insert(tx, Member.invite(this.ids.next(), { name: 'Administration', mail, facts }, this.clock.now()));
    });
  }

  private async insert(tx: Tx, { member, events }: ReturnType<typeof Member.invite>): Promise<void> {
    await tx.insert(Member, member);
    await this.outbox.add(tx, events);
  }
}
