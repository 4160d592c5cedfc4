import { Injectable } from '@nestjs/common';
import { type Actor } from '#access';
import { Outbox } from '#messaging';
import { Clock, Database, Ids } from '#persistence';
import { candidatesFor } from '../candidates.js';
import { Duty } from '../duty.entity.js';
import { Shift } from '../shift.entity.js';
import { NOT_A_CANDIDATE, SHIFT_FULL } from '../shift.refusals.js';
import { shiftFor } from '../shift-for.js';

/** Asks everybody who could help, or those named, to take a shift where somebody is missing; each is asked once. */
@Injectable()
export class InviteToShift {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  execute(input: { shiftId: string; memberIds?: string[] | null | undefined }, actor: Actor): Promise<Shift> {
    return this.db.command(actor, Shift, async (tx) => {
      const shift = await shiftFor(tx, input.shiftId);
      const now = this.clock.now();
      shift.requireToCome(now);
      if (shift.taken >= shift.needed) throw SHIFT_FULL({}, 'input.shiftId');
      const free = await candidatesFor(tx, shift);
      const { memberIds } = input;
      const asked = memberIds ? free.filter(({ memberId }) => memberIds.includes(memberId)) : free;
      if (memberIds && asked.length < new Set(memberIds).size) throw NOT_A_CANDIDATE({}, 'input.memberIds');
      await tx.insert(
        Duty,
        asked.map(({ subject }) => Duty.of(this.ids.next(), shift, subject, 'INVITED', now)),
      );
      await this.outbox.add(tx, [], actor);
      return shift;
    });
  }
}
