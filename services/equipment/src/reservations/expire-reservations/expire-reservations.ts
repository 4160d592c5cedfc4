import { Injectable } from '@nestjs/common';
import type { Fact } from '#events';
import { Outbox } from '#messaging';
import { Clock, Database, Ids } from '#persistence';
import { freeDevice } from '../free-device.js';

const AT_ONCE = 50;

/** Frees devices whose reservation has run out; several instances share the work and none does it twice. */
@Injectable()
export class ExpireReservations {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Gives how many devices were freed. */
  async execute(): Promise<number> {
    for (let freed = 0; ; ) {
      const now = await this.batch();
      freed += now;
      if (now < AT_ONCE) return freed;
    }
  }

  private batch(): Promise<number> {
    return this.db.work(async (tx) => {
      const now = this.clock.now();
      // The devices' heads, as every other act locks them first: whoever is at one of them is passed by until the next turn.
      const due: { device_id: string }[] = await tx.query(
        `SELECT r.device_id FROM reservation r
         JOIN aggregate_head h ON h.aggregate_type = 'equipment.devices' AND h.aggregate_id = r.device_id::text
         WHERE r.ended_at IS NULL AND r.expires_at <= $1
         ORDER BY r.expires_at LIMIT $2 FOR UPDATE OF h SKIP LOCKED`,
        [now, AT_ONCE],
      );
      const events: Fact[] = [];
      for (const { device_id } of due) events.push(...(await freeDevice(tx, device_id, 'EXPIRED', this.ids, now)));
      await this.outbox.add(tx, events);
      return due.length;
    });
  }
}
