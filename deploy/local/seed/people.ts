import { EnrolBeneficiary } from '../../../services/beneficiaries/src/beneficiaries/enrol-beneficiary/enrol-beneficiary.js';
import { type DemoService, managerOf } from './demo-world.js';
import { type Grounds } from './grounds.js';
import { type BranchDays, byMonth, type DayPlan, type DemoBranch, morningOf } from './plan.js';
import { type Dice } from './random.js';
import { itIsNow } from './story.js';

/** A person of the demo network, known from a day on. */
export interface DemoPerson {
  readonly id: string;
  readonly since: string;
}

const GIVEN = [
  'Aïcha',
  'Ana',
  'Bakary',
  'Catherine',
  'Driss',
  'Elena',
  'Fatou',
  'Gérard',
  'Hanna',
  'Ibrahim',
  'Jacqueline',
  'Karim',
  'Linh',
  'Mamadou',
  'Nadia',
  'Oksana',
  'Patrick',
  'Rosa',
  'Samuel',
  'Yasmine',
];
const FAMILY = [
  'Adjani',
  'Bernard',
  'Cissé',
  'Dubois',
  'El Amrani',
  'Fontana',
  'Garcia',
  'Haddad',
  'Ivanova',
  'Joly',
  'Keïta',
  'Lefèvre',
  'Moreau',
  'Nguyen',
  'Ouedraogo',
  'Petit',
  'Rousseau',
  'Silva',
  'Traoré',
  'Zerrouki',
];

/** Enrols the people of a branch, day by day: most of them out of work, aged 26 to 44 more often than not. */
export async function enrolPeople(
  service: DemoService,
  branch: DemoBranch,
  days: BranchDays,
  grounds: Grounds,
  dice: Dice,
): Promise<DemoPerson[]> {
  const enrolled: DemoPerson[] = [];
  const organisations = grounds.organisationsOf(branch.code);
  for (const month of [...byMonth(days.past), days.ahead])
    await service.database.together(managerOf(branch.code), async () => {
      for (const plan of month) {
        itIsNow(month === days.ahead ? morningOf(plan, days) : `${plan.day}T08:00:00Z`);
        for (let n = 0; n < plan.people; n++) {
          const person = described(plan, organisations, dice);
          const { id } = await service.use(EnrolBeneficiary).execute(person, managerOf(branch.code));
          enrolled.push({ id, since: plan.day });
        }
      }
    });
  return enrolled;
}

function described({ branch, day }: DayPlan, organisations: readonly string[], dice: Dice): never {
  const age = dice.pick([
    [dice.between(16, 25), 14],
    [dice.between(26, 44), 48],
    [dice.between(45, 59), 22],
    [dice.between(60, 84), 16],
  ]);
  const phone = dice.chance(0.75);
  const mail = dice.chance(0.4);
  const orientationSource = dice.pick([
    ['CASE_WORKER', 55],
    ['ASSOCIATION', 20],
    ['SELF', 15],
    ['THIRD_PARTY', 10],
  ]);
  const givenName = dice.one(GIVEN);
  const familyName = dice.one(FAMILY);
  return {
    branch: branch.code,
    kind: 'TRACKED',
    givenName,
    familyName,
    birthYear: Number(day.slice(0, 4)) - age,
    phone: phone ? fictitiousPhone(dice) : null,
    noPhone: !phone,
    email: mail ? exampleMail(givenName, familyName, dice) : null,
    noEmail: !mail,
    contactPreference: phone ? 'CALL' : mail ? 'EMAIL' : 'NONE',
    spokenLanguage: null,
    communeCode: dice.chance(0.9) ? branch.communeCode : null,
    gender: dice.pick([
      ['FEMALE', 55],
      ['MALE', 43],
      ['NOT_STATED', 2],
    ]),
    socialStatus:
      age >= 64
        ? 'RETIRED'
        : dice.pick([
            ['UNEMPLOYED', 72],
            ['EMPLOYED', 15],
            ['IN_EDUCATION', 7],
            ['NOT_STATED', 6],
          ]),
    orientationSource,
    organisationId:
      orientationSource === 'CASE_WORKER' || orientationSource === 'ASSOCIATION' ? dice.one(organisations) : null,
    firstNeed: dice.pick([
      ['COURSE', 30],
      ['ADMINISTRATIVE_HELP', 30],
      ['DEVICE', 25],
      ['CONNECTION', 15],
    ]),
    privacyNoticeReadOn: day,
  } as never;
}

/** 01 99 00 xx xx, the range that the national numbering plan keeps for fiction. */
export function fictitiousPhone(dice: Dice): string {
  return `+3319900${String(dice.between(0, 9_999)).padStart(4, '0')}`;
}

/** An address that no mail ever reaches. */
export function exampleMail(givenName: string, familyName: string, dice: Dice): string {
  const plain = (name: string) =>
    name
      .normalize('NFD')
      .replace(/[^a-z]/gi, '')
      .toLowerCase();
  return `${plain(givenName)}.${plain(familyName)}${dice.between(1, 999)}@example.org`;
}
