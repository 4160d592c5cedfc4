import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { Outbox } from '#messaging';
import { Clock, Database, refusing } from '#persistence';
import { Branch } from '../branch.entity.js';
import { BRANCH_CODE_TAKEN } from '../branch.refusals.js';

/** What opening a branch takes. */
export interface BranchToOpen {
  code: string;
  city: string;
  communeCode: string;
  zone?: string | null | undefined;
  latitude: number;
  longitude: number;
  openedOn: string;
}

@Injectable()
export class OpenBranch {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  execute({ code, ...description }: BranchToOpen, actor: Actor): Promise<Branch> {
    return this.db.command(actor, Branch, async (tx) => {
      const { branch, events } = Branch.open(code, description, this.clock.now());
      await refusing({ branch_pkey: () => BRANCH_CODE_TAKEN({ code }, 'input.code') }, () => tx.insert(Branch, branch));
      await this.outbox.add(tx, events, actor);
      return branch;
    });
  }
}
