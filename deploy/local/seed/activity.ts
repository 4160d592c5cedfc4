import type { MediationTheme } from '#events';
import { RefuseDropIn } from '../../../services/workshops/src/refused-drop-ins/refuse-drop-in/refuse-drop-in.js';
import { CloseSession } from '../../../services/workshops/src/sessions/close-session/close-session.js';
import { EnrolInSession } from '../../../services/workshops/src/sessions/enrol-in-session/enrol-in-session.js';
import { MarkAttendance } from '../../../services/workshops/src/sessions/mark-attendance/mark-attendance.js';
import { ScheduleSession } from '../../../services/workshops/src/sessions/schedule-session/schedule-session.js';
import { RecordDropIn } from '../../../services/workshops/src/support-acts/record-drop-in/record-drop-in.js';
import { CreateWorkshop } from '../../../services/workshops/src/workshops/create-workshop/create-workshop.js';
import { type DemoService, managerOf } from './demo-world.js';
import { type DemoPerson } from './people.js';
import { type DayPlan } from './plan.js';
import { type Dice } from './random.js';

const WORKSHOPS: readonly { title: string; themes: MediationTheme[] }[] = [
  { title: 'Premiers pas', themes: ['DEVICE_BASICS', 'BROWSING'] },
  { title: 'Ma messagerie', themes: ['EMAIL'] },
  { title: 'Mes démarches en ligne', themes: ['ADMINISTRATIVE_HELP', 'DIGITAL_SAFETY'] },
];

/** Creates the branch's workshops; gives their ids. */
export async function createWorkshops(service: DemoService, branch: string): Promise<string[]> {
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

/** What a branch has to hold sessions with. */
export interface Ground {
  readonly placeId: string;
  readonly workshops: readonly string[];
  readonly people: readonly DemoPerson[];
}

/** Sessions of a day are planned and filled in the days before; here, with the clock on its eve. */
export async function planSessions(
  service: DemoService,
  plan: DayPlan,
  ground: Ground,
  dice: Dice,
): Promise<{ sessionId: string; enrolments: string[] }[]> {
  const actor = managerOf(plan.branch.code);
  const planned: { sessionId: string; enrolments: string[] }[] = [];
  for (let n = 0; n < plan.sessions; n++) {
    const hour = [8, 12, 14][n % 3] ?? 8;
    const at = (h: number) => new Date(`${plan.day}T${String(h).padStart(2, '0')}:00:00Z`);
    const session = await service.use(ScheduleSession).execute(
      {
        workshopId: dice.one(ground.workshops),
        placeId: ground.placeId,
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
export async function holdSessions(
  service: DemoService,
  branch: string,
  planned: readonly { sessionId: string; enrolments: string[] }[],
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

/** Drop-ins of a day, one in three anonymous, and the passages that could not be received. */
export async function receiveDropIns(service: DemoService, plan: DayPlan, ground: Ground, dice: Dice): Promise<void> {
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
    await service.use(RecordDropIn).execute(
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
        placeId: ground.placeId,
      },
      actor,
    );
  }
  for (let n = 0; n < plan.refused; n++) await service.use(RefuseDropIn).execute({ branch: plan.branch.code }, actor);
}

/** Somebody of the branch who was enrolled by that day; null when there is nobody yet. */
export function someone(day: string, people: readonly DemoPerson[], dice: Dice): string | null {
  let known = people.length;
  while (known > 0 && (people[known - 1]?.since ?? '') > day) known -= Math.max(1, Math.floor(known / 10));
  return known <= 0 ? null : (people[dice.between(0, known - 1)]?.id ?? null);
}
