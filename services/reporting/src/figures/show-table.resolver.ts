import { Args, Field, Float, ObjectType, Parent, ResolveField, Resolver, registerEnumType } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Database, type Tx } from '#persistence';
import { BranchReference, PlaceReference } from '../references.js';
import { NOT_BROKEN_DOWN } from './figures.refusals.js';
import { FigureEnum, Figures } from './figures.types.js';
import { FiguresReader, type Part } from './figures-reader.js';
import { INDICATORS, type Indicator, type IndicatorCode } from './indicators.js';
import { isRate, RATES, rateOf } from './rates.js';
import { readerOf, type View } from './view.js';

/** What the rows of a table are. */
export const TableBy = { BRANCH: 'BRANCH', PLACE: 'PLACE' } as const;
export type TableBy = keyof typeof TableBy;
registerEnumType(TableBy, { name: 'FigureTableBy', description: 'What the rows of a table of figures are.' });

@ObjectType({ description: 'Several figures of one branch or one place.' })
export class FigureRow {
  @Field(() => BranchReference, { nullable: true, description: 'The branch, in a table by branch.' })
  branch: BranchReference | null;

  @Field(() => PlaceReference, {
    nullable: true,
    description: 'The place, in a table by place; null there for what was counted without one.',
  })
  place: PlaceReference | null;

  @Field(() => [Float], {
    nullable: 'items',
    description: 'The values, in the order the figures were asked for; null = a rate without a base.',
  })
  values: (number | null)[];
}

/** The figures of each branch or place beside each other: what a manager compares. */
@Resolver(() => Figures)
export class ShowTableResolver {
  constructor(
    private readonly db: Database,
    private readonly reader: FiguresReader,
  ) {}

  @ResolveField(() => [FigureRow], {
    name: 'table',
    description:
      'Figures by branch or by place, for those that have any. Rates are of each row’s own sums; different helpers are counted in each row. Refuses NOT_BROKEN_DOWN.',
  })
  @Allow(Permission.ReadFigures)
  async table(
    @Parent() view: Figures,
    @Args('of', { type: () => [FigureEnum], description: 'Which figures, in the order of `values`.' })
    codes: FigureEnum[],
    @Args('by', { type: () => TableBy, description: 'BRANCH or PLACE.' }) by: TableBy,
    @CurrentActor() actor: Actor,
  ): Promise<FigureRow[]> {
    for (const code of codes) requireRows(code, by);
    return this.db.read(readerOf(actor), async (tx) => {
      const sums = new Map<FigureEnum, ReadonlyMap<string, number>>();
      for (const code of new Set(codes.flatMap(summedFor))) sums.set(code, await this.columnOf(tx, view, code, by));
      const parts = [...sums.values()].flatMap((column) => [...column]);
      const members = [...new Set(parts.filter(([, part]) => part !== 0).map(([member]) => member))].sort();
      const value = (code: FigureEnum, member: string) => sums.get(code)?.get(member) ?? 0;
      return members.map((member) => ({
        branch: by === 'BRANCH' ? { code: member } : null,
        place: by === 'PLACE' && member !== 'NOT_STATED' ? { id: member } : null,
        values: codes.map((code) =>
          isRate(code) ? rateOf(value(RATES[code].part, member), value(RATES[code].base, member)) : value(code, member),
        ),
      }));
    });
  }

  private async columnOf(tx: Tx, view: View, code: FigureEnum, by: TableBy): Promise<ReadonlyMap<string, number>> {
    const parts: Part[] =
      code === 'ACTIVE_HELPERS'
        ? await this.reader.activeHelpers(tx, view, by)
        : by === 'BRANCH'
          ? await this.reader.byBranch(tx, view, code as IndicatorCode)
          : await this.reader.breakdown(tx, view, code as IndicatorCode, 'PLACE');
    return new Map(parts.map((part) => [part.member, part.value]));
  }
}

/** The sums a figure needs. */
function summedFor(code: FigureEnum): FigureEnum[] {
  return isRate(code) ? [RATES[code].part, RATES[code].base] : [code];
}

function requireRows(code: FigureEnum, by: TableBy): void {
  if (code === 'ACTIVE_HELPERS') return;
  const known = summedFor(code).every((sum) => {
    const indicator = (INDICATORS as Readonly<Record<string, Indicator>>)[sum];
    return indicator !== undefined && (by === 'BRANCH' || indicator.dimensions.includes('PLACE'));
  });
  if (!known) throw NOT_BROKEN_DOWN({ indicator: code, by }, 'of');
}
