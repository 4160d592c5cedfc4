import { UNSTATED } from '../../../services/workshops/src/known/known.js';
import { RefuseDropIn } from '../../../services/workshops/src/refused-drop-ins/refuse-drop-in/refuse-drop-in.js';
import { VoidRefusedDropIn } from '../../../services/workshops/src/refused-drop-ins/void-refused-drop-in/void-refused-drop-in.js';
import { CorrectSupportAct } from '../../../services/workshops/src/support-acts/correct-support-act/correct-support-act.js';
import { RecordDropIn } from '../../../services/workshops/src/support-acts/record-drop-in/record-drop-in.js';
import { VoidSupportAct } from '../../../services/workshops/src/support-acts/void-support-act/void-support-act.js';
import { type DemoBranch } from './branches.js';
import { type DemoService, managerOf } from './demo-world.js';
import { type DemoPerson, someone } from './people.js';
import { type BranchDays, chaptersOf, type DayPlan, hourOf, shift } from './plan.js';
import { type Dice } from './random.js';
import { createWorkshops, type Ground, holdSession, planSession } from './sessions.js';
import { shiftsOf } from './shifts.js';
import { inTurn, itIsNow, type Sequel, sideBySide } from './story.js';

type Part = (dice: Dice) => Promise<void>;

/** A branch's sessions and drop-ins: the year up to yesterday, this morning, and what is planned from today on. */
export async function runWorkshops(
  service: DemoService,
  branch: DemoBranch,
  days: BranchDays,
  placeIds: readonly string[],
  people: readonly DemoPerson[],
): Promise<void> {
  itIsNow(`${days.past[0]?.day ?? ''}T06:00:00Z`);
  const ground = { placeIds, people, workshops: await createWorkshops(service, branch.code) };
  for (const chapter of chaptersOf(days)) {
    const closings: Sequel[] = [];
    const parts = chapter.flatMap((plan) => [
      ...sessionsOf(service, plan, { ...ground, closings }, chapter === days.ahead ? days : undefined),
      ...dropInsOf(service, plan, ground, days),
      ...shiftsOf(service, plan, ground, days),
    ]);
    await service.database.together(managerOf(branch.code), async () => {
      await sideBySide(parts);
      await inTurn(closings);
    });
  }
}

/** The sessions of a day; those still to come are only planned, all of them yesterday. */
function sessionsOf(
  service: DemoService,
  plan: DayPlan,
  ground: Ground & { readonly closings: Sequel[] },
  ahead?: BranchDays,
): Part[] {
  return Array.from({ length: plan.sessions }, (_, nth) => async (dice: Dice) => {
    if (!ahead) return holdSession(service, plan, nth, ground, dice);
    itIsNow(`${shift(ahead.today, -1)}T10:00:00Z`);
    await planSession(service, plan, nth, ground, dice);
  });
}

/** Who came without an appointment, and those who could not be received. */
function dropInsOf(service: DemoService, plan: DayPlan, ground: Ground, days: BranchDays): Part[] {
  const minute = (n: number) => `${String(8 + (n % 8)).padStart(2, '0')}:${String((n * 17) % 60).padStart(2, '0')}`;
  return [
    ...Array.from({ length: plan.dropIns }, (_, n) => async (dice: Dice) => {
      itIsNow(hourOf(plan, minute(n), days));
      await receive(service, plan, ground, dice);
    }),
    ...Array.from({ length: plan.refused }, (_, n) => async (dice: Dice) => {
      itIsNow(hourOf(plan, minute(n + 3), days));
      await turnAway(service, plan, ground, dice);
    }),
  ];
}

/** A drop-in, one in three anonymous; one in a hundred is taken back and one in seventy mended. */
async function receive(service: DemoService, plan: DayPlan, ground: Ground, dice: Dice): Promise<void> {
  const actor = managerOf(plan.branch.code);
  const theme = dice.pick([
    ['ADMINISTRATIVE_HELP', 44],
    ['EMAIL', 14],
    ['DEVICE_BASICS', 12],
    ['JOB_SEEKING', 12],
    ['BROWSING', 8],
    ['HEALTH', 5],
    ['DIGITAL_SAFETY', 5],
  ]);
  const field = dice.one(['SOCIAL_AND_HEALTH', 'HOUSING', 'MONEY_AND_TAXES', 'FOREIGNERS_AND_EUROPE'] as const);
  const act = {
    minutes: dice.one([15, 30, 30, 45, 60]),
    themes: [theme],
    administrativeThemes: theme === 'ADMINISTRATIVE_HELP' ? [field] : [],
    devicesUsed: [dice.one(['COMPUTER', 'PHONE', 'PHONE', 'TABLET'] as const)],
    autonomy: dice.pick([
      ['FULLY_ASSISTED', 45],
      ['PARTLY_AUTONOMOUS', 40],
      ['AUTONOMOUS', 15],
    ]),
    redirection: null,
    beneficiaryId: dice.chance(0.67) ? someone(plan.day, ground.people, dice) : null,
    placeId: ground.placeIds[0] ?? null,
  };
  const { id: supportActId } = await service.use(RecordDropIn).execute({ ...act, branch: plan.branch.code }, actor);
  const afterwards = dice.next();
  if (afterwards < 0.01)
    await service.use(VoidSupportAct).execute({ supportActId, reason: 'Saisi deux fois à l’accueil' }, actor);
  else if (afterwards < 0.025) {
    const mended = { ...act, minutes: act.minutes + 15, reason: 'Durée mal saisie', stated: UNSTATED };
    await service.use(CorrectSupportAct).execute({ ...mended, supportActId }, actor);
  }
}

async function turnAway(service: DemoService, plan: DayPlan, ground: Ground, dice: Dice): Promise<void> {
  const actor = managerOf(plan.branch.code);
  const refused = {
    branch: plan.branch.code,
    placeId: ground.placeIds[0] ?? null,
    themes: dice.chance(0.5) ? [dice.one(['ADMINISTRATIVE_HELP', 'DEVICE_BASICS', 'EMAIL'] as const)] : [],
  };
  const { id: refusedDropInId } = await service.use(RefuseDropIn).execute(refused, actor);
  if (dice.chance(0.03))
    await service.use(VoidRefusedDropIn).execute({ refusedDropInId, reason: 'Finalement reçue le jour même' }, actor);
}
