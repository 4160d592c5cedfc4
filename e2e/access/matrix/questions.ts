import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

/** On whose records a question is asked. */
export interface Scope {
  readonly name: 'own' | 'other' | 'none';
  readonly branch: string;
  readonly ids: Readonly<Record<string, string>>;
}

/** One query for one edge of the graph: everything that the record at its end says, and what leads on from there. */
export interface Question {
  /** The edge: `Session.enrolments`. */
  readonly edge: string;
  /** Every `Type.field` that it asks for. */
  readonly asks: readonly string[];
  readonly text: (scope: Scope) => string;
  /** Whether anything in it depends on the scope. */
  readonly scoped: boolean;
}

type Field = GraphQLField<unknown, unknown>;
interface Step {
  readonly type: GraphQLObjectType;
  readonly field: Field;
}

const today = () => new Date().toISOString().slice(0, 10);
const quoted = (text: string | undefined) => JSON.stringify(text ?? '');

/** A rule that computers could be graded by. */
const GRADE_RULE =
  '{ ramGb: [4, 5, 8, 16], ssdGb: [64, 128, 200, 500], hddGb: [160, 257], cpuMark: [2000, 3500, 5000, 7000], tolerancePercent: 94, nvmePoints: 1, slowCpuMark: 2500, capHdd: 7, capWindows10: 7, capSsdSlowCpu: 7, capHddSlowCpu: 5, pointsForC: 4, pointsForB: 6, pointsForA: 8, pointsForPremium: 12 }';

/** Arguments that the schema wants and that no rule below finds. */
const ARGUMENTS: Readonly<Record<string, (scope: Scope) => string>> = {
  'Query.accessesToPerson': ({ ids }) => `personId: ${quoted(ids['Beneficiary'])}`,
  'Query.accessesByMember': () => 'subject: "0192f0aa-5b1c-7c52-9d0e-3f6a1b7c2d01"',
  'Query.communes': () => 'text: "bor"',
  'Query.communesByCode': () => 'codes: ["33063"]',
  'Query.likelyDuplicates': ({ branch }) =>
    `input: { givenName: "Zq${branch}prenom", familyName: "Zq${branch}nom", birthYear: 1980 }`,
  'Query.deviceByTag': ({ ids }) => `tag: ${quoted(ids['DeviceLookUp'])}`,
  'Query.importFile': ({ ids }) => `input: { fileId: ${quoted(ids['ImportFile'])} }`,
  'Query.peopleFile': ({ ids }) => `input: { fileId: ${quoted(ids['PeopleFile'])} }`,
  'Query.branch': ({ branch }) => `code: ${quoted(branch)}`,
  'Query.exportAccounts': ({ branch }) => `branch: ${quoted(branch)}, from: "${today()}", to: "${today()}"`,
  'Query.connectivityStatement': ({ branch }) => `branch: ${quoted(branch)}, month: "${today().slice(0, 7)}-01"`,
  'Query.exportConnectivity': ({ branch }) => `branch: ${quoted(branch)}, month: "${today().slice(0, 7)}-01"`,
  'Query.deviceLabels': ({ ids }) => `tags: [${quoted(ids['DeviceLookUp'])}]`,
  'Query.saleReceipt': ({ ids }) => `id: ${quoted(ids['Sale'])}`,
  'Query.resourceFile': ({ ids }) => `versionId: ${quoted(ids['ResourceVersion'])}`,
  'Query.entitlement': ({ ids }) => `beneficiaryId: ${quoted(ids['Beneficiary'])}`,
  'Query.figures': ({ branch }) => `input: { from: "2026-01-01", to: "${today()}", branches: [${quoted(branch)}] }`,
  'Query.monthClosings': () => `month: "${today().slice(0, 7)}-01"`,
  'Query.seriesDates': ({ branch }) =>
    `input: { branch: ${quoted(branch)}, pattern: { firstDay: "2026-12-01", weekdays: [2], weeks: 1, startsAt: "09:30", minutes: 60 } }`,
  'Query.publishedFigures': () => 'quarter: "2020-T1"',
  'Query.sessionDensity': ({ branch }) => `year: ${today().slice(0, 4)}, branch: ${quoted(branch)}`,
  'Query.tryGradeRule': () => `input: ${GRADE_RULE}`,
  'Query.gradeRuleChanges': () => `input: ${GRADE_RULE}`,
  'Query.helperValue': () => `from: "2026-01-01", to: "${today()}"`,
  'Query.helperStatement': () => 'year: 2026',
  'Query.shifts': ({ branch }) => `from: "2026-01-01T00:00:00Z", branch: ${quoted(branch)}`,
  'Query.shiftCandidates': ({ ids }) => `shiftId: ${quoted(ids['Shift'])}`,
  'Query.sessions': ({ branch }) => `from: "2026-01-01T00:00:00Z", branch: ${quoted(branch)}`,
};
const BY_NAME: Readonly<Record<string, string>> = { grain: 'MONTH', by: 'GENDER' };

/** The schema that the gateway shows. */
export function publicSchema(): GraphQLSchema {
  return buildSchema(readFileSync('services/gateway/supergraph-api.graphql', 'utf8'));
}

/** Every object type that can be read, and its fields; not what is only told to whoever changed something. */
export function readable(schema: GraphQLSchema): GraphQLObjectType[] {
  const roots = new Set([schema.getMutationType()?.name, schema.getSubscriptionType()?.name]);
  return Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType =>
      isObjectType(type) && !type.name.startsWith('__') && !roots.has(type.name) && !TOLD_AFTER_A_CHANGE.has(type.name),
  );
}

/** No question leads to these: one mutation answers with them, and their fields have no resolver of their own. */
const TOLD_AFTER_A_CHANGE: ReadonlySet<string> = new Set([
  'WeekCopy',
  'PersonStanding',
  'EntitlementRenewal',
  'EntitlementException',
  'AuditRun',
  'AuditRowResult',
]);

/** One question for each edge that leads from one record to another, by the shortest way from the top. */
export function questionsOf(schema: GraphQLSchema): Question[] {
  const query = schema.getQueryType();
  if (!query) throw new Error('no Query');
  const routes = shortestRoutes(query);
  return readable(schema).flatMap((type) => {
    const route = routes.get(type.name);
    if (!route) return [];
    return Object.values(type.getFields()).flatMap((field) => {
      const end = getNamedType(field.type);
      return isLeafType(end) && type !== query ? [] : [questionOf([...route, { type, field }], end)];
    });
  });
}

function questionOf(steps: readonly Step[], end: GraphQLNamedType): Question {
  const last = steps.at(-1);
  const fields = isObjectType(end) ? Object.values(end.getFields()) : [];
  const nested = fields.filter((field) => !isLeafType(getNamedType(field.type)));
  const text = (scope: Scope) => {
    const inner = fields.map((field) => {
      const call = `${field.name}${argumentsOf({ type: end as GraphQLObjectType, field }, scope)}`;
      return nested.includes(field) ? `${call} { __typename }` : call;
    });
    const body = isObjectType(end) ? ` { ${inner.join(' ')} }` : '';
    return steps.reduceRight((below, step) => {
      return ` { ${step.field.name}${argumentsOf(step, scope)}${below} }`;
    }, body);
  };
  const probe = (branch: string) => text({ name: 'own', branch, ids: new Proxy({}, { get: () => branch }) });
  return {
    edge: last ? `${last.type.name}.${last.field.name}` : '',
    asks: [
      ...steps.map(({ type, field }) => `${type.name}.${field.name}`),
      ...fields.map((field) => `${end.name}.${field.name}`),
    ],
    text: (scope) => text(scope).trim(),
    scoped: probe('a') !== probe('b'),
  };
}

/** What stands in the parentheses: what is required, and the branch wherever one may be named. */
function argumentsOf({ type, field }: Step, scope: Scope): string {
  const known = ARGUMENTS[`${type.name}.${field.name}`];
  if (known) return `(${known(scope)})`;
  const given = field.args.flatMap((argument) => {
    const value = literalOf(argument.name, String(argument.type), getNamedType(field.type).name, scope);
    if (isRequiredArgument(argument) && value === undefined)
      throw new Error(`${type.name}.${field.name}: say in ARGUMENTS what ${argument.name} is`);
    return value === undefined ? [] : [`${argument.name}: ${value}`];
  });
  return given.length > 0 ? `(${given.join(', ')})` : '';
}

function literalOf(name: string, type: string, gives: string, scope: Scope): string | undefined {
  if (name === 'id') return quoted(scope.ids[gives]);
  if (name === 'beneficiaryId') return quoted(scope.ids['Beneficiary']);
  if (name === 'branch') return quoted(scope.branch);
  if (name === 'of') return type.startsWith('[') ? '[SUPPORT_ACTS]' : 'SUPPORT_ACTS';
  return BY_NAME[name];
}

function shortestRoutes(query: GraphQLObjectType): Map<string, Step[]> {
  const routes = new Map<string, Step[]>([[query.name, []]]);
  const ahead: GraphQLObjectType[] = [query];
  for (let type = ahead.shift(); type !== undefined; type = ahead.shift()) {
    // A record by its id rather than the list it stands in: what is asked is asked of one branch.
    const fields = Object.values(type.getFields()).sort((a, b) => Number(hasId(b)) - Number(hasId(a)));
    for (const field of fields) {
      const end = getNamedType(field.type);
      if (!isObjectType(end) || routes.has(end.name)) continue;
      routes.set(end.name, [...(routes.get(type.name) ?? []), { type, field }]);
      ahead.push(end);
    }
  }
  return routes;
}

const hasId = (field: Field) => field.args.some(({ name }) => name === 'id' || name === 'code');
