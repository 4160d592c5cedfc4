import { Injectable } from '@nestjs/common';
import { BranchChanged, BranchOpened } from '#events';
import { On } from '#messaging';
import type { Tx } from '#persistence';

type Facts = BranchOpened['data']['after'];

/** Keeps each branch's zone, whether it is open, its city, and its commune: some public holidays are kept in some parts of France only. */
@Injectable()
export class WhenBranchChanged {
  @On(BranchOpened)
  async opened(event: BranchOpened, tx: Tx): Promise<void> {
    await this.keep(tx, event.data.branch, event.data.after);
  }

  @On(BranchChanged)
  async changed(event: BranchChanged, tx: Tx): Promise<void> {
    await this.keep(tx, event.data.branch, event.data.after);
  }

  private async keep(tx: Tx, branch: string, facts: Facts): Promise<void> {
    await tx.query(
      `INSERT INTO known_branch (branch, zone, open, commune_code, city) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (branch) DO UPDATE
         SET zone = EXCLUDED.zone, open = EXCLUDED.open, commune_code = EXCLUDED.commune_code, city = EXCLUDED.city`,
      [branch, facts.zone, facts.state === 'OPEN', facts.communeCode, facts.city],
    );
  }
}
