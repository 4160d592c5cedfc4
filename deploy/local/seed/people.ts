import { EnrolBeneficiary } from '../../../services/beneficiaries/src/beneficiaries/enrol-beneficiary/enrol-beneficiary.js';
import { type DemoService, managerOf } from './demo-world.js';
import { type DayPlan, type DemoBranch } from './plan.js';
import { type Dice } from './random.js';

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

/** Enrols the people of one branch and day, most of them out of work, aged 26 to 44 more often than not. */
export async function enrolDay(service: DemoService, plan: DayPlan, known: DemoPerson[], dice: Dice): Promise<void> {
  for (let n = 0; n < plan.people; n++) {
    const person = await service.use(EnrolBeneficiary).execute(described(plan, dice), managerOf(plan.branch.code));
    known.push({ id: person.id, since: plan.day });
  }
}

function described({ branch, day }: { readonly branch: DemoBranch; readonly day: string }, dice: Dice): never {
  const age = dice.pick([
    [dice.between(16, 25), 14],
    [dice.between(26, 44), 48],
    [dice.between(45, 59), 22],
    [dice.between(60, 84), 16],
  ]);
  const phone = dice.chance(0.75);
  return {
    branch: branch.code,
    kind: 'TRACKED',
    givenName: dice.one(GIVEN),
    familyName: dice.one(FAMILY),
    birthYear: Number(day.slice(0, 4)) - age,
    // A range kept for fiction by the national numbering plan.
    phone: phone ? `+331990${String(dice.between(10_000, 99_999))}`.slice(0, 12) : null,
    noPhone: !phone,
    email: null,
    noEmail: true,
    contactPreference: phone ? 'CALL' : 'NONE',
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
            ['UNEMPLOYED', 68],
            ['EMPLOYED', 15],
            ['IN_EDUCATION', 8],
            ['NOT_STATED', 9],
          ]),
    orientationSource: dice.pick([
      ['CASE_WORKER', 55],
      ['ASSOCIATION', 20],
      ['SELF', 15],
      ['THIRD_PARTY', 10],
    ]),
    organisationId: null,
    firstNeed: dice.pick([
      ['COURSE', 30],
      ['ADMINISTRATIVE_HELP', 30],
      ['DEVICE', 25],
      ['CONNECTION', 15],
    ]),
    privacyNoticeReadOn: day,
  } as never;
}
