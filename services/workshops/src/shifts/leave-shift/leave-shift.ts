import { Injectable } from '@nestjs/common';
import { type Actor } from '#access';
import { Outbox } from '#messaging';
import { Clock, Database } from '#persistence';
import { Duty } from '../duty.entity.js';
import { Shift } from '../shift.entity.js';
import { NOT_ON_SHIFT } from '../shift.refusals.js';
import { saveDuty, shiftFor } from '../shift-for.js';

/** Gives a shift back before it begins, or says no to an invitation; then somebody is missing again. */
@Injectable()
export class LeaveShift {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  execute(input: { shiftId: string }, actor: Actor): Promise<Shift> {
    return this.db.command(actor, Shift, async (tx) => {
      const shift = await shiftFor(tx, input.shiftId);
      const now = this.clock.now();
      const duty = await tx.findOneBy(Duty, { shiftId: shift.id, subject: actor.subject });
      if (duty?.state !== 'TAKEN' && duty?.state !== 'INVITED') throw NOT_ON_SHIFT({}, 'input.shiftId');
      shift.requireToCome(now);
      const events = duty.isTaken ? shift.release(duty.id, now) : [];
      Object.assign(duty, { state: 'LEFT', saidAt: now });
      await saveDuty(tx, shift, duty);
      await this.outbox.add(tx, events, actor);
      return shift;
    });
  }
}
