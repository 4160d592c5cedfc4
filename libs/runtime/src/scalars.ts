import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';

function scalar(
  name: string,
  description: string,
  parse: (text: string) => string | Date | undefined,
  serialise: (value: unknown) => string,
) {
  const read = (value: unknown): string | Date => {
    const parsed = typeof value === 'string' ? parse(value) : undefined;
    // graphql-js turns this into a client mistake with the variable's path.
    if (parsed === undefined) throw new TypeError(`${name} expects ${description}`);
    return parsed;
  };
  return new GraphQLScalarType({
    name,
    description,
    serialize: serialise,
    parseValue: read,
    parseLiteral: (node: ValueNode) => read(node.kind === Kind.STRING ? node.value : undefined),
  });
}

/** An instant in UTC with milliseconds, `2026-11-26T08:30:00.000Z`, of the years 1900 to 2999; any offset is accepted and turned to UTC. */
export const DateTime = scalar(
  'DateTime',
  'an ISO 8601 instant with a zone, 2026-11-26T08:30:00.000Z',
  (text) => {
    if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return undefined;
    const instant = new Date(text);
    return Number.isNaN(instant.getTime()) || !isRealDay(text.slice(0, 10)) ? undefined : instant;
  },
  (value) => (value instanceof Date ? value : new Date(String(value))).toISOString(),
);

/** A calendar day without zone, `2026-11-26`, of the years 1900 to 2999. */
export const LocalDateScalar = scalar(
  'LocalDate',
  'a calendar day, 2026-11-26',
  (text) => (/^\d{4}-\d{2}-\d{2}$/.test(text) && isRealDay(text) ? text : undefined),
  (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value)),
);

/** As RFC 9562 has them, and as events may carry them: other digits where version and variant stand are no UUID. */
const UUID =
  /^(?:[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}|0{8}-(?:0{4}-){3}0{12}|f{8}-(?:f{4}-){3}f{12})$/;

/** A random identifier in UUID form (RFC 9562). */
export const Uuid = scalar('UUID', 'a UUID in lower case', (text) => (UUID.test(text) ? text : undefined), String);

/** Of years that nobody writes down here, databases and calendars disagree about how they are written. */
const OUR_YEARS = /^(19|2\d)\d\d-/;

function isRealDay(day: string): boolean {
  if (!OUR_YEARS.test(day)) return false;
  const parsed = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day);
}
