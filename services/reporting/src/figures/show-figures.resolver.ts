import { Args, Float, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, ANYONE_SIGNED_IN, CurrentActor, Permission } from '#access';
import { Clock, Database } from '#persistence';
import { Freshness } from '../freshness/freshness.js';
import { SourceFreshnessType } from '../freshness/show-freshness.resolver.js';
import { DEFINITIONS } from './definitions.js';
import { NOT_BROKEN_DOWN } from './figures.refusals.js';
import {
  BranchValue,
  BreakdownRow,
  DimensionEnum,
  Figure,
  FigureEnum,
  FigureKnowledge,
  Figures,
  FiguresInput,
  Grain,
  IndicatorDefinition,
  TrendPoint,
  Unit,
} from './figures.types.js';
import { FiguresReader, type Part } from './figures-reader.js';
import { viewOf } from './figures-view.js';
import { Dimension, INDICATORS, type Indicator, type IndicatorCode } from './indicators.js';
import { isRate, RATES } from './rates.js';
import { readerOf, visibleBranches } from './view.js';

@Resolver(() => Figures)
export class ShowFiguresResolver {
  constructor(
    private readonly db: Database,
    private readonly reader: FiguresReader,
    private readonly freshnessOf: Freshness,
    private readonly clock: Clock,
  ) {}

  @Query(() => Figures, {
    name: 'figures',
    description:
      'Figures of a period, a set of branches and filters. Refuses PERIOD_BACKWARDS, PERIOD_TOO_LONG, AS_OF_IN_FUTURE, FORBIDDEN.',
  })
  @Allow(Permission.ReadFigures)
  figures(@Args('input') input: FiguresInput, @CurrentActor() actor: Actor): Figures {
    return viewOf(input, visibleBranches(actor, input.branches), this.clock.now());
  }

  @ResolveField(() => [Figure], {
    name: 'figures',
    description: 'The values asked for, in that order, with those of the period compared with.',
  })
  @Allow(Permission.ReadFigures)
  async values(
    @Parent() view: Figures,
    @Args('of', { type: () => [FigureEnum], description: 'Which figures.' }) codes: FigureEnum[],
    @CurrentActor() actor: Actor,
  ): Promise<Figure[]> {
    return this.db.read(readerOf(actor), async (tx) => {
      const figures: Figure[] = [];
      for (const code of codes) {
        const value = await this.reader.figure(tx, view, code);
        const previous = view.compared ? await this.reader.figure(tx, { ...view, ...view.compared }, code) : null;
        figures.push({ code, unit: unitOf(code), value, previous });
      }
      return figures;
    });
  }

  @ResolveField(() => [TrendPoint], {
    name: 'trend',
    description: 'A figure over time. Steps without any are left out: they are 0.',
  })
  @Allow(Permission.ReadFigures)
  async trend(
    @Parent() view: Figures,
    @Args('of', { type: () => FigureEnum, description: 'Which figure; only sums have a trend.' }) code: FigureEnum,
    @Args('grain', { type: () => Grain, description: 'DAY or MONTH.' }) grain: Grain,
    @CurrentActor() actor: Actor,
  ): Promise<TrendPoint[]> {
    const indicator = sumOf(code, 'TREND');
    return this.db.read(readerOf(actor), (tx) => this.reader.trend(tx, view, indicator, grain));
  }

  @ResolveField(() => [TrendPoint], {
    name: 'previousTrend',
    description: 'The same over the period compared with; empty without comparison.',
  })
  @Allow(Permission.ReadFigures)
  async previousTrend(
    @Parent() view: Figures,
    @Args('of', { type: () => FigureEnum, description: 'Which figure; only sums have a trend.' }) code: FigureEnum,
    @Args('grain', { type: () => Grain, description: 'DAY or MONTH.' }) grain: Grain,
    @CurrentActor() actor: Actor,
  ): Promise<TrendPoint[]> {
    const { compared } = view;
    return compared ? this.trend({ ...view, ...compared }, code, grain, actor) : [];
  }

  @ResolveField(() => [BreakdownRow], {
    name: 'breakdown',
    description: 'A figure by the members of a dimension, largest first. Refuses NOT_BROKEN_DOWN.',
  })
  @Allow(Permission.ReadFigures)
  async breakdown(
    @Parent() view: Figures,
    @Args('of', { type: () => FigureEnum, description: 'Which figure.' }) code: FigureEnum,
    @Args('by', { type: () => DimensionEnum, description: 'Which dimension.' }) by: Dimension,
    @CurrentActor() actor: Actor,
  ): Promise<BreakdownRow[]> {
    const indicator = sumOf(code, by);
    return this.db.read(readerOf(actor), async (tx) => {
      const parts = await this.reader.breakdown(tx, view, indicator, by);
      const previous = view.compared
        ? await this.reader.breakdown(tx, { ...view, ...view.compared }, indicator, by)
        : [];
      return together(parts, previous, view.compared !== null);
    });
  }

  @ResolveField(() => [BranchValue], {
    name: 'byBranch',
    description: 'A figure by branch, for branches that have any.',
  })
  @Allow(Permission.ReadFigures)
  async byBranch(
    @Parent() view: Figures,
    @Args('of', { type: () => FigureEnum, description: 'Which figure.' }) code: FigureEnum,
    @CurrentActor() actor: Actor,
  ): Promise<BranchValue[]> {
    return this.db.read(readerOf(actor), async (tx) => {
      const rows = await this.reader.byBranch(tx, view, sumOf(code, 'BRANCH'));
      return rows.map((row) => ({ branch: { code: row.member }, value: row.value }));
    });
  }

  @ResolveField(() => Float, {
    name: 'anonymousActs',
    description: 'Acts for people who stayed anonymous; unique people do not hold them.',
  })
  @Allow(Permission.ReadFigures)
  async anonymousActs(@Parent() view: Figures, @CurrentActor() actor: Actor): Promise<number> {
    return this.db.read(readerOf(actor), (tx) => this.reader.anonymousActs(tx, view));
  }

  @ResolveField(() => FigureKnowledge, {
    name: 'knowledge',
    description:
      'Whether these figures may still change. FINAL once nothing recorded by `asOf` can appear any more and nothing of it is set aside.',
  })
  @Allow(Permission.ReadFigures)
  async knowledge(@Parent() view: Figures): Promise<FigureKnowledge> {
    if (view.asOf === null) return 'LIVE';
    const finalUpTo = await this.freshnessOf.finalUpTo();
    const settled = finalUpTo !== null && view.asOf < finalUpTo && (await this.freshnessOf.setAside(view.asOf)) === 0;
    return settled ? 'FINAL' : 'PROVISIONAL';
  }

  @ResolveField(() => Int, {
    name: 'setAside',
    description: 'Events recorded by `asOf` that wait to be mended and miss in these figures, over all branches.',
  })
  @Allow(Permission.ReadFigures)
  setAside(@Parent() view: Figures): Promise<number> {
    return this.freshnessOf.setAside(view.asOf);
  }

  @ResolveField(() => [SourceFreshnessType], {
    name: 'freshness',
    description: 'How fresh these figures are, per source.',
  })
  @Allow(Permission.ReadFigures)
  freshness(): Promise<SourceFreshnessType[]> {
    return this.freshnessOf.sources();
  }

  @Query(() => [IndicatorDefinition], {
    name: 'indicators',
    description: 'What each figure counts, in French and English.',
  })
  @Allow(ANYONE_SIGNED_IN)
  indicators(): IndicatorDefinition[] {
    return DEFINITIONS;
  }
}

function sumOf(code: FigureEnum, by: string): IndicatorCode {
  const indicator = code in INDICATORS ? (INDICATORS as Readonly<Record<string, Indicator>>)[code] : undefined;
  const known = indicator && (!(by in Dimension) || indicator.dimensions.includes(by as Dimension) || by === 'TOTAL');
  if (!known) throw NOT_BROKEN_DOWN({ indicator: code, by }, 'by');
  return code as IndicatorCode;
}

function unitOf(code: FigureEnum): Unit {
  if (isRate(code)) return RATES[code].unit;
  if (code === 'UNIQUE_PEOPLE' || code === 'ACTIVE_HELPERS') return 'COUNT';
  return ({ units: 'COUNT', cents: 'CENTS', minutes: 'MINUTES' } as const)[INDICATORS[code].measure];
}

function together(parts: readonly Part[], previous: readonly Part[], compared: boolean): BreakdownRow[] {
  const before = new Map(previous.map((part) => [part.member, part.value]));
  const rows = parts.map((part) => ({ ...part, previous: compared ? (before.get(part.member) ?? 0) : null }));
  const gone = previous.filter((part) => !parts.some((row) => row.member === part.member));
  return [...rows, ...gone.map((part) => ({ member: part.member, value: 0, previous: part.value }))];
}
