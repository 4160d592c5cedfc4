import { NOT_FOUND } from '#errors';
import { lockAggregate } from '#messaging';
import { refusing, type Tx } from '#persistence';
import { Duty } from './duty.entity.js';
import { skillsLacking } from './gap.js';
import { Shift } from './shift.entity.js';
import { SHIFT_FULL, SHIFTS_OVERLAP } from './shift.refusals.js';

/** A shift of the reader's branches, its head locked first so that those who answer take turns. Refuses `NOT_FOUND`. */
export async function shiftFor(tx: Tx, id: string): Promise<Shift> {
  await lockAggregate(tx, 'workshops.shifts', id);
  const shift = await tx.findOneBy(Shift, { id });
  if (!shift) throw NOT_FOUND({ what: 'Créneau', whatEn: 'Shift' }, 'input.shiftId');
  return shift;
}

/** A helper's part and its shift, the shift's head locked. Refuses `NOT_FOUND`. */
export async function dutyFor(tx: Tx, id: string): Promise<{ duty: Duty; shift: Shift }> {
  const found = await tx.findOne(Duty, { where: { id }, select: { id: true, shiftId: true } });
  if (!found) throw NOT_FOUND({ what: 'Présence', whatEn: 'Duty' }, 'input.dutyId');
  const shift = await shiftFor(tx, found.shiftId);
  return { shift, duty: await tx.findOneByOrFail(Duty, { id }) };
}

/** Writes a shift's number and a helper's part, and forgets a gap that this filled; the constraints have the last word. Refuses `SHIFT_FULL`, `SHIFTS_OVERLAP`. */
export async function saveDuty(tx: Tx, shift: Shift, duty: Duty): Promise<void> {
  await refusing(
    {
      shift_never_overstaffed: () => SHIFT_FULL({}, 'input.shiftId'),
      duty_one_at_a_time: () => SHIFTS_OVERLAP({}, 'input.shiftId'),
    },
    async () => {
      await tx.update(Shift, { id: shift.id }, { taken: shift.taken });
      await tx.save(Object.assign(duty, { version: duty.version + 1 }));
    },
  );
  if (shift.gapId === null) return;
  shift.closeGap(await skillsLacking(tx, shift));
  await tx.update(Shift, { id: shift.id }, { gapId: shift.gapId });
}
