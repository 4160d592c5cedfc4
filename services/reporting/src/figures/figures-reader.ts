import { Injectable } from '@nestjs/common';
import type { Tx } from '#persistence';
import { NETWORK } from '../projection/cells.js';
import { activeHelpers } from './active-helpers.js';
import { asKnownOn } from './as-known-on.js';
import { type CellsAsked, cellRows, monthRows } from './cell-rows.js';
import type { FigureEnum } from './figures.types.js';
import { ANONYMOUS_ACTS, Dimension, INDICATORS, type IndicatorCode, ONLY_BY_MONTH, type Sum } from './indicators.js';
import { bitSums, isBits, MEMBER_SQL, onlyOf } from './member-columns.js';
import { MemberNames, NAMELESS } from './member-names.js';
import { memberName } from './members.js';
import { isRate, RATES, rateOf } from './rates.js';
import { spansOf } from './spans.js';
import { uniquePeople } from './unique-people.js';
import { conditionsOf, isNetworkOnInstant, isPlain, type View } from './view.js';

/** A named part of a figure. */
export interface Part {
  readonly member: string;
  readonly value: number;
}

/** A figure over time: the first day of each step and its value. */
export interface Step {
  readonly start: string;
  readonly value: number;
}

/** Before every act there was: stocks are summed from here. */
export const BEGINNING = '1900-01-01';

/**
 * Reads figures of a view. Plain views of the network come from cells; filtered ones, past states of knowledge and
 * branches' breakdowns are summed from the deltas, which are the definition.
 */
@Injectable()
export class FiguresReader {
  private readonly names = new MemberNames();

  /** The value of one indicator. */
  total(tx: Tx, view: View, code: IndicatorCode): Promise<number> {
    return this.sum(tx, view, INDICATORS[code]);
  }

  private async sum(tx: Tx, view: View, indicator: Sum): Promise<number> {
    const [row] = isNetworkOnInstant(view)
      ? await this.onInstant(tx, view, indicator, 'TOTAL', 'sum(value) AS value', '')
      : isPlain(view)
        ? await this.cells(tx, view, indicator, 'sum(value) AS value', '')
        : await this.deltas(tx, view, indicator, `sum(${indicator.measure}) AS value`, '');
    return Number(row?.['value'] ?? 0);
  }

  /** The indicator by branch, for the branches that have any. */
  async byBranch(tx: Tx, view: View, code: IndicatorCode): Promise<Part[]> {
    const indicator: Sum = INDICATORS[code];
    const rest = 'GROUP BY branch ORDER BY branch';
    const summed = 'branch AS member, sum(value) AS value';
    const rows = isNetworkOnInstant(view)
      ? await this.onInstant(tx, view, indicator, 'TOTAL', summed, `WHERE branch <> '${NETWORK}' ${rest}`, {
          branches: true,
        })
      : isPlain(view)
        ? await this.cells(tx, view, indicator, summed, rest, { scope: view.branches ?? 'EACH_BRANCH' })
        : await this.deltas(tx, view, indicator, `branch AS member, sum(${indicator.measure}) AS value`, rest);
    return rows.map((row) => ({ member: String(row['member']), value: Number(row['value']) }));
  }

  /** The indicator by day or month, days without any left out. */
  async trend(tx: Tx, view: View, code: IndicatorCode, grain: 'DAY' | 'MONTH'): Promise<Step[]> {
    const indicator: Sum = INDICATORS[code];
    const start = (column: string) =>
      `to_char(${grain === 'DAY' ? column : `date_trunc('month', ${column})`}, 'YYYY-MM-DD') AS start`;
    const rest = 'GROUP BY 1 ORDER BY 1';
    const summed = `${start('day')}, sum(value) AS value`;
    const rows = isNetworkOnInstant(view)
      ? await this.onInstant(tx, view, indicator, 'TOTAL', summed, rest, { daily: grain === 'DAY' })
      : isPlain(view)
        ? await this.cells(tx, view, indicator, summed, rest, { daily: grain === 'DAY' })
        : await this.deltas(tx, view, indicator, `${start('occurred_on')}, sum(${indicator.measure}) AS value`, rest);
    return rows.map((row) => ({ start: String(row['start']), value: Number(row['value']) }));
  }

  /** The indicator by the members of a dimension, largest first; themes are shares of mentions. */
  async breakdown(tx: Tx, view: View, code: IndicatorCode, dimension: Dimension): Promise<Part[]> {
    const indicator: Sum = INDICATORS[code];
    const parts = !(isPlain(view) || isNetworkOnInstant(view))
      ? await this.breakdownFromDeltas(tx, view, indicator, dimension)
      : view.branches === null && !ONLY_BY_MONTH.has(dimension)
        ? await this.breakdownFromCells(tx, view, indicator, dimension)
        : isPlain(view)
          ? await this.breakdownFromMonths(tx, view, indicator, dimension)
          : await this.breakdownFromDeltas(tx, view, indicator, dimension);
    const named = ONLY_BY_MONTH.has(dimension) ? await this.names.of(tx, dimension, parts) : NAMELESS;
    return parts
      .filter(([, value]) => value !== 0)
      .map(([member, value]) => ({ member: memberName(dimension, member, named), value }))
      .sort((a, b) => b.value - a.value || (a.member < b.member ? -1 : 1));
  }

  /** Different people helped, exactly; the anonymous are counted apart. */
  uniquePeople(tx: Tx, view: View): Promise<number> {
    return uniquePeople(tx, view);
  }

  /** The value of any figure: a sum, a rate of two sums, unique people or helpers. Null = a rate without a base. */
  async figure(tx: Tx, view: View, code: FigureEnum): Promise<number | null> {
    if (code === 'UNIQUE_PEOPLE') return this.uniquePeople(tx, view);
    if (code === 'ACTIVE_HELPERS') return (await activeHelpers(tx, view)).get('ALL') ?? 0;
    if (!isRate(code)) return this.total(tx, view, code);
    const { part, base } = RATES[code];
    return rateOf(await this.total(tx, view, part), await this.total(tx, view, base));
  }

  /** Different helpers who gave hours, by branch or by the id of the place. */
  async activeHelpers(tx: Tx, view: View, by: 'BRANCH' | 'PLACE'): Promise<Part[]> {
    const found = [...(await activeHelpers(tx, view, by))];
    const named =
      by === 'PLACE'
        ? await this.names.of(
            tx,
            by,
            found.map(([member, value]) => [Number(member), value]),
          )
        : NAMELESS;
    const name = (member: string) => (by === 'PLACE' ? memberName(by, Number(member), named) : member);
    return found.map(([member, value]) => ({ member: name(member), value }));
  }

  /** Acts for people who stayed anonymous. */
  anonymousActs(tx: Tx, view: View): Promise<number> {
    return this.sum(tx, view, ANONYMOUS_ACTS);
  }

  /** The network as known on an instant, from cells and what was learned since. */
  private onInstant(
    tx: Tx,
    view: View & { readonly asOf: Date },
    indicator: Sum,
    dimension: Dimension,
    select: string,
    rest: string,
    how: { readonly branches?: boolean; readonly daily?: boolean } = {},
  ): Promise<Record<string, unknown>[]> {
    const { to, asOf } = view;
    const from = indicator.stock ? BEGINNING : view.from;
    return asKnownOn(tx, { indicator, dimension, from, to, asOf, ...how }, select, rest);
  }

  private cells(
    tx: Tx,
    view: View,
    sum: Sum,
    select: string,
    rest: string,
    how: Partial<CellsAsked> = {},
  ): Promise<Record<string, unknown>[]> {
    const values: unknown[] = [];
    const from = sum.stock ? BEGINNING : view.from;
    const asked = {
      sum,
      dimension: 'TOTAL' as const,
      from,
      to: view.to,
      scope: view.branches ?? ('NETWORK' as const),
      ...how,
    };
    return tx.query(`SELECT ${select} FROM (${cellRows(asked, values)}) AS cells ${rest}`, values);
  }

  private deltas(tx: Tx, view: View, indicator: Sum, select: string, rest: string): Promise<Record<string, unknown>[]> {
    const values: unknown[] = [indicator.kind, indicator.stock ? BEGINNING : view.from, view.to];
    const conditions = conditionsOf(view, values);
    return tx.query(
      `SELECT ${select} FROM reporting.delta WHERE kind = $1 AND occurred_on BETWEEN $2 AND $3${onlyOf(indicator)}${conditions} ${rest}`,
      values,
    );
  }

  private async breakdownFromCells(
    tx: Tx,
    view: View,
    indicator: Sum,
    dimension: Dimension,
  ): Promise<[number, number][]> {
    const summed = 'member, sum(value) AS value';
    const rows = isNetworkOnInstant(view)
      ? await this.onInstant(tx, view, indicator, dimension, summed, 'GROUP BY member')
      : await this.cells(tx, view, indicator, summed, 'GROUP BY member', { dimension });
    return rows.map((row) => [Number(row['member']), Number(row['value'])]);
  }

  /** By whole months, which hold every breakdown; the days around them, which do not, from the deltas. */
  private async breakdownFromMonths(tx: Tx, view: View, sum: Sum, dimension: Dimension): Promise<[number, number][]> {
    const { months, before, after } = spansOf({ from: sum.stock ? BEGINNING : view.from, to: view.to });
    const parts = new Map<number, number>();
    const add = (rows: readonly (readonly [number, number])[]) => {
      for (const [member, value] of rows) parts.set(member, (parts.get(member) ?? 0) + value);
    };
    if (months) {
      const values: unknown[] = [];
      const rows: { member: number; value: string }[] = await tx.query(
        `SELECT member, sum(value) AS value
         FROM (${monthRows({ ...months, sum, dimension, scope: view.branches ?? 'NETWORK' }, values)}) AS cells GROUP BY member`,
        values,
      );
      add(rows.map(({ member, value }) => [member, Number(value)]));
    }
    // A stock has its beginning behind it already: of the days at the edge only those are summed.
    for (const days of [before, after])
      if (days) add(await this.breakdownFromDeltas(tx, { ...view, ...days }, { ...sum, stock: undefined }, dimension));
    return [...parts];
  }

  private async breakdownFromDeltas(
    tx: Tx,
    view: View,
    indicator: Sum,
    dimension: Dimension,
  ): Promise<[number, number][]> {
    if (isBits(dimension)) {
      const columns = bitSums(dimension, indicator.measure);
      const [row] = await this.deltas(tx, view, indicator, columns.join(', '), '');
      return columns.map((_, k) => [k + 1, Number(row?.[`m${k + 1}`] ?? 0)]);
    }
    const rows = await this.deltas(
      tx,
      view,
      indicator,
      `${MEMBER_SQL[dimension]} AS member, sum(${indicator.measure}) AS value`,
      'GROUP BY 1',
    );
    return rows.flatMap((row) =>
      row['member'] === null ? [] : [[Number(row['member']), Number(row['value'])] as [number, number]],
    );
  }
}
