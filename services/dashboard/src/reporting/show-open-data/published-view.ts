/** A number as published: rounded to 5, null when it is hidden. */
export interface PublishedFigure {
  readonly indicator: string;
  readonly territory: string;
  readonly dimension: string;
  readonly member: string;
  readonly value: number | null;
}

/** A quarter that was published. */
export interface PublishedQuarter {
  readonly quarter: string;
  readonly frozenAt: string;
}

/** What the page looks at, as its address says. */
export interface Asked {
  readonly quarter: string | undefined;
  readonly territory: string;
}

/** Reads the address; what is no quarter or territory is left out. */
export function askedIn(search: string): Asked {
  const parameters = new URLSearchParams(search);
  const quarter = parameters.get('quarter') ?? '';
  const territory = parameters.get('territory') ?? '';
  return {
    quarter: /^20\d\d-T[1-4]$/.test(quarter) ? quarter : undefined,
    territory: /^([A-Z]{2}|(REG|DEP)-[0-9AB]{2,3})$/.test(territory) ? territory : WHOLE,
  };
}

/** The country. */
export const WHOLE = 'FR';

/** The address of a view; what goes without saying is left out. */
export function addressOf({ quarter, territory }: Asked): string {
  const parameters = new URLSearchParams();
  if (quarter) parameters.set('quarter', quarter);
  if (territory !== WHOLE) parameters.set('territory', territory);
  const text = parameters.toString();
  return text === '' ? PUBLISHED : `${PUBLISHED}?${text}`;
}

/** The page that anybody may open. */
export const PUBLISHED = '/published';

/** One table of the page: the total of an indicator, or its members. */
export interface Part {
  readonly dimension: string;
  readonly rows: readonly { readonly member: string; readonly value: number | null }[];
}

/** What is shown of an indicator in a territory: the total, and a part for every breakdown. */
export interface Told {
  readonly indicator: string;
  readonly total: number | null;
  readonly parts: readonly Part[];
}

/** What is told first; what is newer than this page comes last. */
const ORDER: readonly string[] = [
  'SUPPORT_ACTS',
  'PEOPLE_ENROLLED',
  'SESSIONS_HELD',
  'ATTENDANCE_SEEN',
  'DEVICES_RECEIVED',
  'DEVICES_SOLD',
];

/** Lays a territory's numbers out. */
export function toldOf(figures: readonly PublishedFigure[], territory: string): Told[] {
  const own = figures.filter((figure) => figure.territory === territory);
  const known = ORDER.filter((indicator) => own.some((figure) => figure.indicator === indicator));
  const newer = distinct(own, ({ indicator }) => indicator).filter((indicator) => !ORDER.includes(indicator));
  return [...known, ...newer].map((indicator) => {
    const rows = own.filter((figure) => figure.indicator === indicator);
    const parts = rows.filter(({ dimension }) => dimension !== TOTAL);
    return {
      indicator,
      total: rows.find(({ dimension }) => dimension === TOTAL)?.value ?? null,
      parts: distinct(parts, ({ dimension }) => dimension).map((dimension) => ({
        dimension,
        rows: parts.filter((figure) => figure.dimension === dimension).map(({ member, value }) => ({ member, value })),
      })),
    };
  });
}

const TOTAL = 'TOTAL';
const distinct = <T>(rows: readonly T[], of: (row: T) => string) => [...new Set(rows.map(of))];

/** Every territory there is a number of, the country first. */
export function territoriesIn(figures: readonly PublishedFigure[]): string[] {
  const all = [...new Set(figures.map(({ territory }) => territory))].filter((territory) => territory !== WHOLE).sort();
  return [WHOLE, ...all];
}
