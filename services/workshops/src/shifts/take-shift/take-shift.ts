import { Injectable } from '@nestjs/common';
import { type Actor } from '#access';
import { Outbox } from '#messaging';
import { Clock, Database, Ids } from '#persistence';
import { Duty } from '../duty.entity.js';
import { Shift } from '../shift.entity.js';
import { saveDuty, shiftFor } from '../shift-for.js';

/** Takes a shift for whoever asks, invited or not: of several who answer at once the first is in, the others are told. */
@Injectable()
export class TakeShift {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  execute(input: { shiftId: string }, actor: Actor): Promise<Shift> {
    return this.db.command(actor, Shift, async (tx) => {
      const shift = await shiftFor(tx, input.shiftId);
      const now = this.clock.now();
      const known = await tx.findOneBy(Duty, { shiftId: shift.id, subject: actor.subject });
      if (known?.isTaken) return shift;
      const duty = known ?? Duty.of(this.ids.next(), shift, actor.subject, 'TAKEN', now);
      const events = shift.join(duty.id, now);
      Object.assign(duty, { state: 'TAKEN', saidAt: now });
      await saveDuty(tx, shift, duty);
      await this.outbox.add(tx, events, actor);
      return shift;
    });
  }
}
