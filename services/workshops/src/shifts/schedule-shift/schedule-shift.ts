import { Injectable } from '@nestjs/common';
import { type Actor, branchOf } from '#access';
import { Outbox } from '#messaging';
import { Clock, Database, Ids } from '#persistence';
import { waitUntilNamedAreKnown, zoneOf } from '../../known/known.js';
import { Shift, type ShiftPlan } from '../shift.entity.js';

/** Says that helpers are wanted. */
@Injectable()
export class ScheduleShift {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async execute(input: ShiftPlan & { branch?: string | null }, actor: Actor): Promise<Shift> {
    await waitUntilNamedAreKnown(this.db, { placeId: input.placeId });
    return this.db.command(actor, Shift, async (tx) => {
      const branch = branchOf(actor, input.branch);
      const zone = await zoneOf(tx, branch);
      const { shift, events } = Shift.schedule(this.ids.next(), { branch, zone }, input, this.clock.now());
      await tx.insert(Shift, shift);
      await this.outbox.add(tx, events, actor);
      return shift;
    });
  }
}
