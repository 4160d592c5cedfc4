import { Injectable } from '@nestjs/common';
import { DonorForgotten, DonorRegistered } from '#events';
import { On } from '#messaging';
import type { Tx } from '#persistence';

/** Keeps which donors there are: their id and branch, and nothing of who they are. */
@Injectable()
export class WhenDonorChanged {
  @On(DonorRegistered)
  async registered(event: DonorRegistered, tx: Tx): Promise<void> {
    await tx.query('INSERT INTO known_donor (donor_id, branch) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      event.data.donorId,
      event.branch,
    ]);
  }

  @On(DonorForgotten)
  async forgotten(event: DonorForgotten, tx: Tx): Promise<void> {
    await tx.query('UPDATE known_donor SET forgotten = true WHERE donor_id = $1', [event.data.donorId]);
  }
}
