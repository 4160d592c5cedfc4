/** A period as the address names it, both days included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The period of the address; this year up to today when it names none. */
export function periodOf(search: Readonly<Record<string, string>>, today: string): Period {
  const { from, to } = search;
  if (from && to && DAY.test(from) && DAY.test(to) && from <= to) return { from, to };
  return { from: `${today.slice(0, 4)}-01-01`, to: today };
}

/** Periods one asks for most, ending today. */
export function presets(today: string): Readonly<Record<'month' | 'quarter' | 'year', Period>> {
  const [year = 2000, month = 1] = today.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 3, 1)).toISOString().slice(0, 10);
  return {
    month: { from: `${today.slice(0, 7)}-01`, to: today },
    quarter: { from: first, to: today },
    year: { from: `${today.slice(0, 4)}-01-01`, to: today },
  };
}

/** By month beyond two months, else by day. */
export function grainOf({ from, to }: Period): 'DAY' | 'MONTH' {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000 > 62 ? 'MONTH' : 'DAY';
}

/** The first days of every step of a period, so that a step without any is drawn as 0. */
export function stepsOf({ from, to }: Period, grain: 'DAY' | 'MONTH'): string[] {
  const steps: string[] = [];
  const [year = 2000, month = 1, day = 1] = from.split('-').map(Number);
  for (let n = 0; n < 4_000; n++) {
    const date =
      grain === 'DAY' ? new Date(Date.UTC(year, month - 1, day + n)) : new Date(Date.UTC(year, month - 1 + n, 1));
    const start = date.toISOString().slice(0, 10);
    if (start > to) break;
    steps.push(start);
  }
  return steps;
}
