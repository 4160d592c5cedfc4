import { Injectable } from '@nestjs/common';
import { type Actor } from '#access';
import { Outbox } from '#messaging';
import { Clock, Database } from '#persistence';
import { Shift } from '../shift.entity.js';
import { dutyFor } from '../shift-for.js';

/** Says how long somebody helped; said again it is mended, and figures follow. */
@Injectable()
export class RecordHours {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  execute(input: { dutyId: string; minutes: number }, actor: Actor): Promise<Shift> {
    return this.db.command(actor, Shift, async (tx) => {
      const { duty, shift } = await dutyFor(tx, input.dutyId);
      const now = this.clock.now();
      shift.requireBegun(now);
      const events = duty.record(shift, input.minutes, actor.subject, now);
      await tx.save(duty);
      await this.outbox.add(tx, events, actor);
      return shift;
    });
  }
}
