import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { NOT_FOUND } from '#errors';
import { BranchOpened } from '#events';
import { lockAggregate, Outbox } from '#messaging';
import { Clock, Database } from '#persistence';
import { Branch, type BranchDescription } from '../branch.entity.js';

/** What may change of a branch; what is absent stays. */
export type BranchChanges = { [K in keyof BranchDescription]?: BranchDescription[K] | null | undefined } & {
  code: string;
  expectedVersion?: number | null | undefined;
};

@Injectable()
export class ChangeBranch {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  execute({ code, expectedVersion, ...changes }: BranchChanges, actor: Actor): Promise<Branch> {
    return this.db.command(actor, Branch, async (tx) => {
      await lockAggregate(tx, BranchOpened.topic, code);
      const branch = await tx.findOneBy(Branch, { id: code });
      if (!branch) throw NOT_FOUND({ what: 'Antenne', whatEn: 'Branch' }, 'input.code');
      const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value != null));
      const events = branch.change(given as Partial<BranchDescription>, expectedVersion, this.clock.now());
      if (events.length > 0) await tx.save(branch);
      await this.outbox.add(tx, events, actor);
      return branch;
    });
  }
}
