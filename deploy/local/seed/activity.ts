import type { MediationTheme } from '#events';
import { RefuseDropIn } from '../../../services/workshops/src/refused-drop-ins/refuse-drop-in/refuse-drop-in.js';
import { CloseSession } from '../../../services/workshops/src/sessions/close-session/close-session.js';
import { EnrolInSession } from '../../../services/workshops/src/sessions/enrol-in-session/enrol-in-session.js';
import { MarkAttendance } from '../../../services/workshops/src/sessions/mark-attendance/mark-attendance.js';
import { ScheduleSession } from '../../../services/workshops/src/sessions/schedule-session/schedule-session.js';
import { RecordDropIn } from '../../../services/workshops/src/support-acts/record-drop-in/record-drop-in.js';
import { VoidSupportAct } from '../../../services/workshops/src/support-acts/void-support-act/void-support-act.js';
import { CreateWorkshop } from '../../../services/workshops/src/workshops/create-workshop/create-workshop.js';
import { type DemoService, managerOf } from './demo-world.js';
import { type Grounds } from './grounds.js';
import { type DemoPerson } from './people.js';
import { type BranchDays, byMonth, type DayPlan, type DemoBranch, morningOf, shift } from './plan.js';
import { type Dice } from './random.js';
import { itIsNow } from './story.js';

const WORKSHOPS: readonly { title: string; themes: MediationTheme[] }[] = [
  { title: 'Premiers pas', themes: ['DEVICE_BASICS', 'BROWSING'] },
  { title: 'Ma messagerie', themes: ['EMAIL'] },
  { title: 'Mes démarches en ligne', themes: ['ADMINISTRATIVE_HELP', 'DIGITAL_SAFETY'] },
];

/** What a branch has to hold sessions with. */
interface Ground {
  readonly placeIds: readonly string[];
  readonly workshops: readonly string[];
  readonly people: readonly DemoPerson[];
}

interface Planned {
  readonly sessionId: string;
  readonly enrolments: readonly string[];
}

/** A branch's sessions and drop-ins: the year up to yesterday, this morning, and what is planned from today on. */
export async function runWorkshops(
  service: DemoService,
  branch: DemoBranch,
  days: BranchDays,
  grounds: Grounds,
  people: readonly DemoPerson[],
  dice: Dice,
): Promise<void> {
  const actor = managerOf(branch.code);
  itIsNow(`${days.past[0]?.day ?? ''}T06:00:00Z`);
  const workshopIds = await createWorkshops(service, branch.code);
  const ground = { placeIds: grounds.placesOf(branch.code), workshops: workshopIds, people };
  for (const month of byMonth(days.past))
    await service.database.together(actor, async () => {
      for (const plan of month) {
        itIsNow(`${shift(plan.day, -1)}T10:00:00Z`);
        const planned = await planSessions(service, plan, ground, dice);
        itIsNow(`${plan.day}T16:30:00Z`);
        await holdSessions(service, branch.code, planned, dice);
        await receiveDropIns(service, plan, ground, dice);
      }
    });
  await service.database.together(actor, async () => {
    for (const plan of days.ahead) {
      itIsNow(`${shift(days.ahead[0]?.day ?? plan.day, -1)}T10:00:00Z`);
      await planSessions(service, plan, ground, dice);
      itIsNow(morningOf(plan, days));
      await receiveDropIns(service, plan, ground, dice);
    }
  });
}

async function createWorkshops(service: DemoService, branch: string): Promise<string[]> {
  const ids: string[] = [];
  for (const { title, themes } of WORKSHOPS)
    ids.push(
      (
        await service
          .use(CreateWorkshop)
          .execute({ title, themes, level: 'BEGINNER', minutes: 120, branch }, managerOf(branch))
      ).id,
    );
  return ids;
}

/** Sessions of a day are planned and filled in the days before; here, with the clock on its eve. */
async function planSessions(service: DemoService, plan: DayPlan, ground: Ground, dice: Dice): Promise<Planned[]> {
  const actor = managerOf(plan.branch.code);
  const planned: Planned[] = [];
  for (let n = 0; n < plan.sessions; n++) {
    const hour = [8, 12, 14][n % 3] ?? 8;
    const at = (h: number) => new Date(`${plan.day}T${String(h).padStart(2, '0')}:00:00Z`);
    const session = await service.use(ScheduleSession).execute(
      {
        workshopId: dice.one(ground.workshops),
        placeId: dice.one(ground.placeIds),
        room: `Salle ${n + 1}`,
        startsAt: at(hour),
        endsAt: at(hour + 2),
        seats: dice.between(6, 10),
      },
      actor,
    );
    const invited = new Set(Array.from({ length: dice.between(4, 6) }, () => someone(plan.day, ground.people, dice)));
    const enrolments: string[] = [];
    for (const beneficiaryId of invited)
      if (beneficiaryId)
        enrolments.push(
          (await service.use(EnrolInSession).execute({ sessionId: session.id, beneficiaryId }, actor)).id,
        );
    planned.push({ sessionId: session.id, enrolments });
  }
  return planned;
}

/** Marks who came and closes the sessions of a day; three in four people come. */
async function holdSessions(
  service: DemoService,
  branch: string,
  planned: readonly Planned[],
  dice: Dice,
): Promise<void> {
  const actor = managerOf(branch);
  for (const { sessionId, enrolments } of planned) {
    for (const enrolmentId of enrolments)
      await service.use(MarkAttendance).execute(
        {
          enrolmentId,
          attendance: dice.pick([
            ['SEEN', 76],
            ['NOSHOW', 14],
            ['EXCUSED', 10],
          ]),
        },
        actor,
      );
    await service.use(CloseSession).execute({ sessionId }, actor);
  }
}

/** Drop-ins of a day, one in three anonymous, one in a hundred taken back, and the passages that could not be received. */
async function receiveDropIns(service: DemoService, plan: DayPlan, ground: Ground, dice: Dice): Promise<void> {
  const actor = managerOf(plan.branch.code);
  for (let n = 0; n < plan.dropIns; n++) {
    const theme = dice.pick<MediationTheme>([
      ['ADMINISTRATIVE_HELP', 44],
      ['EMAIL', 14],
      ['DEVICE_BASICS', 12],
      ['JOB_SEEKING', 12],
      ['BROWSING', 8],
      ['HEALTH', 5],
      ['DIGITAL_SAFETY', 5],
    ]);
    const act = await service.use(RecordDropIn).execute(
      {
        branch: plan.branch.code,
        minutes: dice.one([15, 30, 30, 45, 60]),
        themes: [theme],
        administrativeThemes:
          theme === 'ADMINISTRATIVE_HELP'
            ? [dice.one(['SOCIAL_AND_HEALTH', 'HOUSING', 'MONEY_AND_TAXES', 'FOREIGNERS_AND_EUROPE'] as const)]
            : [],
        devicesUsed: [dice.one(['COMPUTER', 'PHONE', 'PHONE', 'TABLET'] as const)],
        autonomy: dice.pick([
          ['FULLY_ASSISTED', 45],
          ['PARTLY_AUTONOMOUS', 40],
          ['AUTONOMOUS', 15],
        ]),
        redirection: null,
        beneficiaryId: dice.chance(0.67) ? someone(plan.day, ground.people, dice) : null,
        placeId: ground.placeIds[0] ?? null,
      },
      actor,
    );
    if (dice.chance(0.01))
      await service.use(VoidSupportAct).execute({ supportActId: act.id, reason: 'Saisi deux fois à l’accueil' }, actor);
  }
  for (let n = 0; n < plan.refused; n++) await service.use(RefuseDropIn).execute({ branch: plan.branch.code }, actor);
}

/** Somebody of the branch who was enrolled by that day; null when there is nobody yet. */
export function someone(day: string, people: readonly DemoPerson[], dice: Dice): string | null {
  let known = people.length;
  while (known > 0 && (people[known - 1]?.since ?? '') > day) known -= Math.max(1, Math.floor(known / 10));
  return known <= 0 ? null : (people[dice.between(0, known - 1)]?.id ?? null);
}
