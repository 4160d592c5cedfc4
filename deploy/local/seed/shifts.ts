import { Duty } from '../../../services/workshops/src/shifts/duty.entity.js';
import { RecordHours } from '../../../services/workshops/src/shifts/record-hours/record-hours.js';
import { ScheduleShift } from '../../../services/workshops/src/shifts/schedule-shift/schedule-shift.js';
import { TakeShift } from '../../../services/workshops/src/shifts/take-shift/take-shift.js';
import { personas } from '../personas.js';
import { type DemoService, managerOf } from './demo-world.js';
import { type BranchDays, type DayPlan, shift as dayAfter, hourOf } from './plan.js';
import { type Ground } from './sessions.js';
import { itIsNow } from './story.js';

const TUESDAY = 2;
const MINUTES = 180;

/** One shift a week: two helpers are wanted, one comes; those to come are planned, and the next one lacks somebody. */
export function shiftsOf(service: DemoService, plan: DayPlan, { placeIds }: Ground, days: BranchDays) {
  const [placeId] = placeIds;
  if (plan.sessions === 0 || new Date(plan.day).getUTCDay() !== TUESDAY || placeId === undefined) return [];
  return [
    async () => {
      const { code } = plan.branch;
      const manager = managerOf(code);
      const helper = personas.find(({ role, branches }) => role === 'HELPER' && branches.includes(code));
      const actor = { ...manager, subject: helper?.subject ?? `helper of ${code}` };
      const toCome = plan.day >= days.today;
      itIsNow(toCome ? `${dayAfter(days.today, -1)}T10:30:00Z` : hourOf(plan, '07:00', days));
      const { id: shiftId } = await service.use(ScheduleShift).execute(
        {
          ...{ branch: code, placeId, needed: 2, skills: ['ADMINISTRATIVE_HELP'] },
          startsAt: new Date(`${plan.day}T13:00:00Z`),
          endsAt: new Date(`${plan.day}T16:00:00Z`),
        },
        manager,
      );
      await service.use(TakeShift).execute({ shiftId }, actor);
      if (toCome) return;
      itIsNow(`${plan.day}T16:30:00Z`);
      const duty = await service.database.command(manager, Duty, (tx) => tx.findOneByOrFail(Duty, { shiftId }));
      await service.use(RecordHours).execute({ dutyId: duty.id, minutes: MINUTES }, manager);
    },
  ];
}
