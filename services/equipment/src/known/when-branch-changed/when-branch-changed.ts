import { Injectable } from '@nestjs/common';
import { BranchChanged, BranchOpened } from '#events';
import { On } from '#messaging';
import type { Tx } from '#persistence';

/** Keeps each branch’s zone, for the day of an act, its city, for receipts, and whether it is open. */
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

  private async keep(tx: Tx, branch: string, facts: { zone: string; city: string; state: string }): Promise<void> {
    await tx.query(
      `INSERT INTO known_branch (branch, zone, open, city) VALUES ($1, $2, $3, $4)
       ON CONFLICT (branch) DO UPDATE SET zone = EXCLUDED.zone, open = EXCLUDED.open, city = EXCLUDED.city`,
      [branch, facts.zone, facts.state === 'OPEN', facts.city],
    );
  }
}
