import {
  type GraphQLInputField,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isRequiredInputField,
} from 'graphql';
import type { Scope } from './questions.ts';

/** One mutation, as it would be called on records of a scope. */
export interface Change {
  readonly name: string;
  readonly query: string;
  readonly variables: (scope: Scope) => Record<string, unknown>;
  /** Whether it says on whose records it is called. */
  readonly scoped: boolean;
}

const tomorrow = () => new Date(Date.now() + 86_400_000);
const day = (at: Date) => at.toISOString().slice(0, 10);

/** Values of fields by their names, where a record's id or a branch will not do. */
const VALUES: Readonly<Record<string, () => unknown>> = {
  reason: () => 'essai de la matrice',
  state: () => 'LOST',
  quantity: () => 1,
  code: () => 'ZZMATRICE',
  label: () => 'Article',
  cents: () => 200,
  type: () => 'TABLET',
  grade: () => 'D',
  from: () => day(tomorrow()),
  until: () => day(tomorrow()),
  city: () => 'Nulle part',
  communeCode: () => '33063',
  latitude: () => 47,
  longitude: () => 2,
  openedOn: () => day(new Date()),
  name: () => 'Matrice',
  structureType: () => 'ML',
  commune: () => 'Bordeaux',
  postcode: () => '33000',
  address: () => '1 rue du Pont',
  source: () => 'Matrice',
  month: () => '2026-01-01',
  quarter: () => '2020-T1',
  version: () => 99,
  title: () => 'Matrice',
  level: () => 'BEGINNER',
  themes: () => ['EMAIL'],
  minutes: () => 30,
  startsAt: () => tomorrow().toISOString(),
  endsAt: () => new Date(tomorrow().getTime() + 3_600_000).toISOString(),
  seats: () => 5,
  attendance: () => 'SEEN',
  needed: () => 2,
  skills: () => [],
  weekly: () => [],
  away: () => [],
  lines: () => [],
  payments: () => [],
  mail: () => `matrice-${Math.random().toString(36).slice(2)}@exemple.fr`,
  role: () => 'HELPER',
  expectedVersion: () => 99,
  pattern: () => ({
    firstDay: day(tomorrow()),
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    weeks: 1,
    startsAt: '09:30',
    minutes: 60,
  }),
  days: () => 7,
  firstDay: () => day(tomorrow()),
  fromMonday: () => '2027-01-04',
  toMonday: () => '2027-01-11',
  ground: () => 'ASKED_BY_PERSON',
  restrictionGround: () => 'ACCURACY_CONTESTED',
  dueOn: () => day(tomorrow()),
  damaged: () => false,
  occurredOn: () => day(new Date()),
  confirmation: () => 'EFFACER',
  accepted: () => [1],
  tag: () => 'BXPC26-9999',
  tags: () => ['BXPC26-9999'],
  outcome: () => 'LOST',
  lots: () => [],
  collector: () => 'Matrice',
  floatCents: () => 5_000,
  countedCents: () => 5_000,
  fault: () => 'écran noir',
  iccid: () => '8933010000000000005',
  'closeAfterSalesTicket.outcome': () => 'REPAIRED',
  'bringInSale.occurredAt': () => new Date().toISOString(),
  as: () => 'GIVEN_BACK',
  content: () => 'tag,os\nBXPC26-9998,Linux',
  dryRun: () => true,
  slip: () => `BSD-${Math.random().toString(36).slice(2)}`,
  weightGrams: () => 900,
  needs: () => ['COURSE'],
  consentGiven: () => true,
  consentScope: () => ['ANSWERED'],
  consentUntil: () => day(tomorrow()),
  method: () => 'OVERWRITTEN',
  resourceIds: () => [],
  beneficiaryIds: () => ['0192f0aa-5b1c-7c52-9d0e-3f6a1b7c2d01'],
  moment: () => 'ENTRY',
  'recordAssessment.outcome': () => 'REFUSED',
  questionnaire: () => 'SHORT',
  questionnaireVersion: () => 1,
  answers: () => [],
  goals: () => [],
  done: () => true,
  mine: () => true,
  exitReason: () => 'CONTACT_LOST',
  outcomes: () => [],
  target: () => 'SOCIAL_AID',
  result: () => 'HELPED',
  agreed: () => true,
  duration: () => 'SHORT',
  'giveMandate.themes': () => ['HOUSING'],
  thresholds: () => ({
    ...{ ramGb: [4, 5, 8, 16], ssdGb: [64, 128, 200, 500], hddGb: [160, 257], cpuMark: [2000, 3500, 5000, 7000] },
    ...{ tolerancePercent: 94, nvmePoints: 1, slowCpuMark: 2500, capHdd: 7, capWindows10: 7 },
    ...{ capSsdSlowCpu: 7, capHddSlowCpu: 5, pointsForC: 4, pointsForB: 6, pointsForA: 8, pointsForPremium: 12 },
  }),
  theme: () => 'HOUSING',
  what: () => 'Demande déposée',
};
/** An id that no record has. */
export const NO_RECORD = '0192f0aa-0000-7000-8000-000000000000';
const KINDS: Readonly<Record<string, string>> = {
  createArticle: 'SIM_CARD',
  registerDonor: 'ORGANISATION',
  describeHelper: 'VOLUNTEER',
};
/** What is noted on somebody's record by whoever may read it. */
const OF_PERSON: ReadonlySet<string> = new Set(['Assessment', 'SupportJourney', 'Redirection', 'Mandate']);
/** What the lines of a sale name is a record too. */
/** Of two fields of which one is required, the one to give. */
const ONE_OF_TWO: Readonly<Record<string, string>> = {
  'enrolPeople.sessionId': 'Session',
  'joinWaitlist.sessionId': 'Session',
};
const LINES = (scope: Scope, mutation: string) => [
  { tag: scope.ids['DeviceLookUp'], ...(mutation === 'bringInSale' ? { unitCents: 0 } : {}) },
];

/** Every mutation of the schema. Throws when a required field is unknown here: a new mutation has to be told how to be called. */
export function changesOf(schema: GraphQLSchema): Change[] {
  return Object.values(schema.getMutationType()?.getFields() ?? {}).map((mutation) => {
    const gives = getNamedType(mutation.type).name;
    const [argument] = mutation.args;
    const input = argument && getNamedType(argument.type);
    const query = `mutation ${argument ? `($v: ${String(argument.type)}) ` : ''}{ ${mutation.name}${argument ? `(${argument.name}: $v)` : ''} { __typename } }`;
    if (!argument) return { name: mutation.name, query, variables: () => ({}), scoped: false };
    if (!isInputObjectType(input))
      return { name: mutation.name, query, variables: () => ({ v: VALUES[argument.name]?.() }), scoped: false };
    const fields = Object.values(input.getFields());
    const variables = (scope: Scope) => ({
      v: Object.fromEntries(fields.flatMap((field) => entry(field, mutation.name, gives, scope))),
    });
    const probe = (branch: string) =>
      JSON.stringify(variables({ name: 'own', branch, ids: new Proxy({}, { get: () => branch }) })).replaceAll(
        /\d/g,
        '',
      );
    return { name: mutation.name, query, variables, scoped: probe('a') !== probe('b') };
  });
}

function entry(field: GraphQLInputField, mutation: string, gives: string, scope: Scope): [string, unknown][] {
  const { name } = field;
  if (name === 'branch') return [[name, scope.branch]];
  if (name === 'branches') return [[name, [scope.branch]]];
  if (name === 'code' && gives === 'Branch') return [[name, mutation === 'changeBranch' ? scope.branch : 'ZY']];
  const one = ONE_OF_TWO[`${mutation}.${name}`];
  if (one) return [[name, scope.ids[one] ?? NO_RECORD]];
  if (!isRequiredInputField(field)) return [];
  if (name === 'lines') return [[name, LINES(scope, mutation)]];
  const record = recordOf(name, gives);
  if (record) return [[name, scope.ids[record] ?? NO_RECORD]];
  const value = name === 'kind' ? KINDS[mutation] : (VALUES[`${mutation}.${name}`] ?? VALUES[name])?.();
  if (value === undefined) throw new Error(`${mutation}: say in VALUES what ${name} is`);
  return [[name, value]];
}

/**
 * `id` names what the mutation gives back, `sessionId` a session. Places are a directory, a person may be helped in several branches,
 * and a donor or an organisation is waited for before anything else is looked at: whoever has their id may name them, so what is
 * asked of others is always asked with one that may be named. A person is measured and
 * followed by whoever may read the record.
 */
function recordOf(name: string, gives: string): string | undefined {
  if (name === 'id') return gives;
  if (name === 'placeId' && gives !== 'Place') return 'AnyPlace';
  if (name === 'beneficiaryId') return OF_PERSON.has(gives) ? 'Beneficiary' : 'AnyBeneficiary';
  if (name === 'donorId' && gives !== 'Donor') return 'AnyDonor';
  if (name === 'organisationId' && gives !== 'Organisation') return 'AnyOrganisation';
  if (name === 'keptId' || name === 'mergedId') return 'Beneficiary';
  if (name === 'fileId') return gives === 'PeopleImport' ? 'PeopleFile' : 'ImportFile';
  return name.endsWith('Id') ? `${name[0]?.toUpperCase()}${name.slice(1, -2)}` : undefined;
}
