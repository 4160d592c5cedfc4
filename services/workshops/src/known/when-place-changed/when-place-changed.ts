import { Injectable } from '@nestjs/common';
import { PlaceRegistered, PlaceRevised } from '#events';
import { On } from '#messaging';
import type { Tx } from '#persistence';

/** Keeps which places can be used. */
@Injectable()
export class WhenPlaceChanged {
  @On(PlaceRegistered)
  async registered(event: PlaceRegistered, tx: Tx): Promise<void> {
    await this.keep(tx, event.data.placeId, event.data.after);
  }

  @On(PlaceRevised)
  async revised(event: PlaceRevised, tx: Tx): Promise<void> {
    await this.keep(tx, event.data.placeId, event.data.after);
  }

  private async keep(tx: Tx, placeId: string, facts: { branch: string | null; usable: boolean }): Promise<void> {
    await tx.query(
      `INSERT INTO known_place (place_id, branch, usable) VALUES ($1, $2, $3)
       ON CONFLICT (place_id) DO UPDATE SET branch = EXCLUDED.branch, usable = EXCLUDED.usable`,
      [placeId, facts.branch, facts.usable],
    );
  }
}
