import { ChangeSituation } from '../../../services/beneficiaries/src/beneficiaries/change-situation/change-situation.js';
import { CorrectBeneficiary } from '../../../services/beneficiaries/src/beneficiaries/correct-beneficiary/correct-beneficiary.js';
import { EnrolBeneficiary } from '../../../services/beneficiaries/src/beneficiaries/enrol-beneficiary/enrol-beneficiary.js';
import type { EnrolmentInput } from '../../../services/beneficiaries/src/beneficiaries/enrolment-input.js';
import { VoidBeneficiary } from '../../../services/beneficiaries/src/beneficiaries/void-beneficiary/void-beneficiary.js';
import { type DemoBranch } from './branches.js';
import { type DemoService, managerOf } from './demo-world.js';
import { exampleMail, fictitiousPhone, misheard, nameIn } from './names.js';
import { type BranchDays, chaptersOf, type DayPlan, hourOf, shift } from './plan.js';
import { type Dice } from './random.js';
import { itIsNow, sideBySide } from './story.js';

/** A person of the demo network, known from a day on. */
export interface DemoPerson {
  readonly id: string;
  readonly since: string;
}

/** Enrols the people of a branch, chapter by chapter; here and there somebody is mended, twice there, or there by mistake. */
export async function enrolPeople(
  service: DemoService,
  branch: DemoBranch,
  days: BranchDays,
  organisations: readonly string[],
): Promise<DemoPerson[]> {
  const enrolled: DemoPerson[] = [];
  for (const chapter of chaptersOf(days)) {
    const arrivals = chapter.flatMap((plan) => Array.from({ length: plan.people }, (_, n) => ({ plan, n })));
    const known: DemoPerson[][] = arrivals.map(() => []);
    await service.database.together(managerOf(branch.code), () =>
      sideBySide(
        arrivals.map(({ plan, n }, index) => async (dice) => {
          itIsNow(hourOf(plan, n % 2 === 0 ? '08:20' : '13:10', days));
          known[index] = await arrive(service, plan, { organisations, today: days.today }, dice);
        }),
      ),
    );
    enrolled.push(...known.flat());
  }
  return enrolled.toSorted((a, b) => a.since.localeCompare(b.since));
}

/** What is known around an enrolment: who may have sent the person, and where the year ends. */
interface Surroundings {
  readonly organisations: readonly string[];
  readonly today: string;
}

/** The records one arrival leaves: mostly one, two of somebody enrolled again, none of a mistake. */
async function arrive(service: DemoService, plan: DayPlan, around: Surroundings, dice: Dice): Promise<DemoPerson[]> {
  const { branch, day } = plan;
  const actor = managerOf(branch.code);
  const person = described(plan, around.organisations, dice);
  const { id } = await service.use(EnrolBeneficiary).execute({ ...person, branch: branch.code }, actor);
  const found = { id, since: day };
  const later = shift(day, dice.between(8, 70));
  if (later >= around.today) return [found];
  itIsNow(`${later}T09:40:00Z`);
  const what = dice.pick([
    ['NOTHING', 920],
    ['NEW_SITUATION', 40],
    ['CORRECTED', 12],
    ['ENROLLED_AGAIN', 16],
    ['VOIDED', 6],
  ]);
  if (what === 'NEW_SITUATION' && person.socialStatus === 'UNEMPLOYED')
    await service.use(ChangeSituation).execute({ id, holdsFrom: later, socialStatus: 'EMPLOYED' }, actor);
  if (what === 'CORRECTED' && person.gender !== 'NOT_STATED') {
    const gender = person.gender === 'FEMALE' ? 'MALE' : 'FEMALE';
    await service.use(CorrectBeneficiary).execute({ id, gender, reason: 'Civilité mal saisie à l’accueil' }, actor);
  }
  if (what === 'VOIDED') {
    await service.use(VoidBeneficiary).execute({ id, reason: 'Fiche d’essai créée en formation' }, actor);
    return [];
  }
  if (what !== 'ENROLLED_AGAIN') return [found];
  const name = misheard({ givenName: person.givenName ?? '', familyName: person.familyName ?? '' }, dice);
  const again = { ...person, ...name, branch: branch.code, privacyNoticeReadOn: later };
  return [found, { id: (await service.use(EnrolBeneficiary).execute(again, actor)).id, since: later }];
}

/** Somebody out of work more often than not, from 26 to 44 years old as a rule, sent by a case worker. */
function described({ branch, day }: DayPlan, organisations: readonly string[], dice: Dice): EnrolmentInput {
  const age = dice.pick([
    [dice.between(16, 25), 14],
    [dice.between(26, 44), 48],
    [dice.between(45, 59), 22],
    [dice.between(60, 84), 16],
  ]);
  const gender = dice.pick<EnrolmentInput['gender']>([
    ['FEMALE', 55],
    ['MALE', 43],
    ['NOT_STATED', 2],
  ]);
  const name = nameIn(branch.code, gender, dice);
  const phone = dice.chance(0.78) ? fictitiousPhone(dice) : null;
  const email = dice.chance(0.4) ? exampleMail(name, dice) : null;
  const orientationSource = dice.pick<EnrolmentInput['orientationSource']>([
    ['CASE_WORKER', 55],
    ['ASSOCIATION', 20],
    ['SELF', 15],
    ['THIRD_PARTY', 10],
  ]);
  const sent = orientationSource === 'CASE_WORKER' || orientationSource === 'ASSOCIATION';
  return {
    kind: 'TRACKED',
    ...name,
    birthYear: Number(day.slice(0, 4)) - age,
    phone,
    noPhone: phone === null,
    email,
    noEmail: email === null,
    contactPreference: phone ? dice.one(['CALL', 'CALL', 'SMS']) : email ? 'EMAIL' : 'NONE',
    spokenLanguage: dice.pick([
      [null, 80],
      ['ar', 8],
      ['uk', 3],
      ['pt', 3],
      ['tr', 3],
      ['en', 3],
    ]),
    communeCode: dice.pick([
      [branch.communeCode, 64],
      [dice.one(branch.around), 29],
      [null, 7],
    ]),
    gender,
    socialStatus: age >= 64 ? 'RETIRED' : occupation(age, dice),
    orientationSource,
    organisationId: sent ? dice.one(organisations) : null,
    firstNeed: dice.pick([
      ['COURSE', 30],
      ['ADMINISTRATIVE_HELP', 30],
      ['DEVICE', 25],
      ['CONNECTION', 15],
    ]),
    privacyNoticeReadOn: day,
  };
}

/** Of all ages, 62 in a hundred are out of work and 13 in work. */
function occupation(age: number, dice: Dice): EnrolmentInput['socialStatus'] {
  return dice.pick([
    ['UNEMPLOYED', age < 26 ? 50 : 77],
    ['EMPLOYED', 15],
    ['IN_EDUCATION', age < 26 ? 32 : 1],
    ['NOT_STATED', 6],
  ]);
}

/** Somebody of the branch who was enrolled by that day; null when there is nobody yet. */
export function someone(day: string, people: readonly DemoPerson[], dice: Dice): string | null {
  const last = people.findLastIndex(({ since }) => since <= day);
  return last < 0 ? null : (people[dice.between(0, last)]?.id ?? null);
}
