import type { MediationTheme } from '#events';
import { CancelEnrolment } from '../../../services/workshops/src/sessions/cancel-enrolment/cancel-enrolment.js';
import { CancelSession } from '../../../services/workshops/src/sessions/cancel-session/cancel-session.js';
import { CloseSession } from '../../../services/workshops/src/sessions/close-session/close-session.js';
import { EnrolInSession } from '../../../services/workshops/src/sessions/enrol-in-session/enrol-in-session.js';
import { MarkAttendance } from '../../../services/workshops/src/sessions/mark-attendance/mark-attendance.js';
import { ScheduleSession } from '../../../services/workshops/src/sessions/schedule-session/schedule-session.js';
import { CreateWorkshop } from '../../../services/workshops/src/workshops/create-workshop/create-workshop.js';
import { type DemoService, managerOf } from './demo-world.js';
import { type DemoPerson, someone } from './people.js';
import { type DayPlan, shift } from './plan.js';
import { type Dice } from './random.js';
import { itIsNow, type Sequel } from './story.js';

const WORKSHOPS: readonly { title: string; themes: MediationTheme[] }[] = [
  { title: 'Premiers pas', themes: ['DEVICE_BASICS', 'BROWSING'] },
  { title: 'Ma messagerie', themes: ['EMAIL'] },
  { title: 'Mes démarches en ligne', themes: ['ADMINISTRATIVE_HELP', 'DIGITAL_SAFETY'] },
  { title: 'Mon téléphone au quotidien', themes: ['DEVICE_BASICS', 'MANAGING_CONTENT'] },
  { title: 'Chercher un emploi en ligne', themes: ['JOB_SEEKING', 'EMAIL'] },
];

/** Beginnings of the sessions of a day, in UTC, and the rooms they are in. */
const HOURS = [8, 12, 14];

/** What a branch has to hold sessions with. */
export interface Ground {
  readonly placeIds: readonly string[];
  readonly workshops: readonly string[];
  readonly people: readonly DemoPerson[];
}

/** The workshops a branch offers; their ids. */
export async function createWorkshops(service: DemoService, branch: string): Promise<string[]> {
  const ids: string[] = [];
  for (const { title, themes } of WORKSHOPS) {
    const workshop = { title, themes, level: 'BEGINNER' as const, minutes: 120, branch };
    ids.push((await service.use(CreateWorkshop).execute(workshop, managerOf(branch))).id);
  }
  return ids;
}

/** A session that is planned on its eve and filled; two in a hundred are called off. Its enrolments, none when it was. */
export async function planSession(
  service: DemoService,
  plan: DayPlan,
  nth: number,
  ground: Ground,
  dice: Dice,
): Promise<{ sessionId: string; enrolments: string[]; calledOff: boolean }> {
  const actor = managerOf(plan.branch.code);
  const hour = HOURS[nth % HOURS.length] ?? 8;
  const at = (h: number) => new Date(`${plan.day}T${String(h).padStart(2, '0')}:00:00Z`);
  const { id: sessionId } = await service.use(ScheduleSession).execute(
    {
      workshopId: dice.one(ground.workshops),
      placeId: dice.one(ground.placeIds),
      room: `Salle ${nth + 1}`,
      startsAt: at(hour),
      endsAt: at(hour + 2),
      seats: dice.between(7, 10),
    },
    actor,
  );
  const invited = new Set(Array.from({ length: dice.between(4, 7) }, () => someone(plan.day, ground.people, dice)));
  const enrolments: string[] = [];
  for (const beneficiaryId of invited) {
    if (beneficiaryId === null) continue;
    const { id } = await service.use(EnrolInSession).execute({ sessionId, beneficiaryId }, actor);
    if (dice.chance(0.03)) await service.use(CancelEnrolment).execute({ enrolmentId: id }, actor);
    else enrolments.push(id);
  }
  const calledOff = dice.chance(0.02);
  if (calledOff) await service.use(CancelSession).execute({ sessionId, reason: 'Intervenante souffrante' }, actor);
  return { sessionId, enrolments, calledOff };
}

/**
 * A session of the year: planned, held, marked; or held, and nobody has said yet who came. How it is closed follows: whose first
 * session it was depends on those before it.
 */
export async function holdSession(
  service: DemoService,
  plan: DayPlan,
  nth: number,
  ground: Ground & { readonly closings: Sequel[] },
  dice: Dice,
) {
  itIsNow(`${shift(plan.day, -1)}T10:00:00Z`);
  const { sessionId, enrolments, calledOff } = await planSession(service, plan, nth, ground, dice);
  if (calledOff || plan.unmarked) return;
  const actor = managerOf(plan.branch.code);
  const evening = `${plan.day}T16:30:00Z`;
  itIsNow(evening);
  for (const enrolmentId of enrolments) {
    // Three in four come.
    const attendance = dice.pick([
      ['SEEN', 76],
      ['NOSHOW', 14],
      ['EXCUSED', 10],
    ]);
    await service.use(MarkAttendance).execute({ enrolmentId, attendance }, actor);
  }
  const part = async () => {
    itIsNow(evening);
    await service.use(CloseSession).execute({ sessionId }, actor);
  };
  ground.closings.push({ at: `${evening} ${String(nth).padStart(2, '0')}`, dice, part });
}
