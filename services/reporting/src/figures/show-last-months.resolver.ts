import { Args, Field, Float, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Database, type Tx } from '#persistence';
import { LocalDateScalar } from '#runtime';
import { endOfMonth, monthAfter } from './calendar.js';
import { FigureEnum, Figures } from './figures.types.js';
import { FiguresReader, type Step } from './figures-reader.js';
import { INDICATORS, type IndicatorCode, type Sum } from './indicators.js';
import { isRate, RATES, rateOf } from './rates.js';
import { readerOf, type View } from './view.js';

@ObjectType({ description: 'A figure in one month.' })
export class MonthOfFigure {
  @Field(() => LocalDateScalar, { description: 'First day of the month.' })
  start: string;

  @Field(() => Float, { nullable: true, description: 'Its value; null = a rate without a base.' })
  value: number | null;
}

@ObjectType({ description: 'A figure over its last months.' })
export class FigureMonths {
  @Field(() => FigureEnum, { description: 'Which figure.' })
  code: FigureEnum;

  @Field(() => [MonthOfFigure], { description: 'Every month, oldest first; the last one ends with the period.' })
  months: MonthOfFigure[];
}

const MONTHS = 12;

/** Beside the value of a period, the shape of the year it ends: for the small curve of a tile. */
@Resolver(() => Figures)
export class ShowLastMonthsResolver {
  constructor(
    private readonly db: Database,
    private readonly reader: FiguresReader,
  ) {}

  @ResolveField(() => [FigureMonths], {
    name: 'lastMonths',
    description:
      'The twelve months that end with the period, same branches and filters. A stock has no monthly value and is left out.',
  })
  @Allow(Permission.ReadFigures)
  async lastMonths(
    @Parent() view: Figures,
    @Args('of', { type: () => [FigureEnum], description: 'Which figures.' }) codes: FigureEnum[],
    @CurrentActor() actor: Actor,
  ): Promise<FigureMonths[]> {
    const months = monthsUpTo(view.to);
    const year: View = { ...view, from: months[0] ?? view.from, compared: null };
    return this.db.read(readerOf(actor), async (tx) => {
      const found: FigureMonths[] = [];
      for (const code of codes.filter(isOfMonths)) {
        const values = await this.byMonth(tx, year, months, code);
        found.push({ code, months: months.map((start) => ({ start, value: values(start) })) });
      }
      return found;
    });
  }

  private async byMonth(
    tx: Tx,
    view: View,
    months: readonly string[],
    code: FigureEnum,
  ): Promise<(start: string) => number | null> {
    const sums = async (of: IndicatorCode) => lookUp(await this.reader.trend(tx, view, of, 'MONTH'));
    if (code === 'UNIQUE_PEOPLE' || code === 'ACTIVE_HELPERS') {
      return lookUp(await this.eachMonth(view, months, (month) => this.reader.figure(tx, month, code)));
    }
    if (!isRate(code)) return sums(code);
    const [part, base] = [await sums(RATES[code].part), await sums(RATES[code].base)];
    return (start) => rateOf(part(start), base(start));
  }

  /** Counted anew for each month: people of months do not add up. */
  private async eachMonth(
    view: View,
    months: readonly string[],
    count: (month: View) => Promise<number | null>,
  ): Promise<Step[]> {
    const steps: Step[] = [];
    for (const start of months) {
      const [to = view.to] = [endOfMonth(start), view.to].sort();
      steps.push({ start, value: (await count({ ...view, from: start, to })) ?? 0 });
    }
    return steps;
  }
}

function isOfMonths(code: FigureEnum): boolean {
  return (INDICATORS as Readonly<Record<string, Sum>>)[code]?.stock !== true;
}

function lookUp(steps: readonly Step[]): (start: string) => number {
  const values = new Map(steps.map((step) => [step.start, step.value]));
  return (start) => values.get(start) ?? 0;
}

function monthsUpTo(day: string): string[] {
  return Array.from({ length: MONTHS }, (_, month) => monthAfter(day, month - MONTHS + 1));
}
