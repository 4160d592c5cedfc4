import { Injectable } from '@nestjs/common';
import { type Actor } from '#access';
import { Outbox } from '#messaging';
import { Clock, Database } from '#persistence';
import { Duty } from '../duty.entity.js';
import { Shift } from '../shift.entity.js';
import { shiftFor } from '../shift-for.js';

/** Calls a shift off: whoever had taken it is free again, and sees that it is off. */
@Injectable()
export class CancelShift {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  execute(input: { shiftId: string }, actor: Actor): Promise<Shift> {
    return this.db.command(actor, Shift, async (tx) => {
      const shift = await shiftFor(tx, input.shiftId);
      const events = shift.cancel(this.clock.now());
      await tx.update(Shift, { id: shift.id }, { state: shift.state });
      await tx.update(Duty, { shiftId: shift.id }, { state: 'LEFT', version: () => 'version + 1' });
      await this.outbox.add(tx, events, actor);
      return shift;
    });
  }
}
