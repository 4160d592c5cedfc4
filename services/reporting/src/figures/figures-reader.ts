import { Injectable } from '@nestjs/common';
import type { Tx } from '#persistence';
import { NETWORK } from '../projection/cells.js';
import { Kind } from '../projection/delta.js';
import { asKnownOn } from './as-known-on.js';
import { Dimension, INDICATORS, type Indicator, type IndicatorCode } from './indicators.js';
import { bitSums, isBits, MEMBER_SQL, onlyOf } from './member-columns.js';
import { memberName } from './members.js';
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
  /** The value of one indicator. */
  async total(tx: Tx, view: View, code: IndicatorCode): Promise<number> {
    const indicator: Indicator = INDICATORS[code];
    const [row] = isNetworkOnInstant(view)
      ? await this.onInstant(tx, view, indicator, 'TOTAL', 'sum(value) AS value', '')
      : isPlain(view)
        ? await this.cells(tx, view, indicator, 'sum(value) AS value', '')
        : await this.deltas(tx, view, indicator, `sum(${indicator.measure}) AS value`, '');
    return Number(row?.['value'] ?? 0);
  }

  /** The indicator by branch, for the branches that have any. */
  async byBranch(tx: Tx, view: View, code: IndicatorCode): Promise<Part[]> {
    const indicator: Indicator = INDICATORS[code];
    const rest = 'GROUP BY branch ORDER BY branch';
    const summed = 'branch AS member, sum(value) AS value';
    const rows = isNetworkOnInstant(view)
      ? await this.onInstant(tx, view, indicator, 'TOTAL', summed, `WHERE branch <> '${NETWORK}' ${rest}`, true)
      : isPlain(view)
        ? await this.cells(tx, view, indicator, summed, rest, true)
        : await this.deltas(tx, view, indicator, `branch AS member, sum(${indicator.measure}) AS value`, rest);
    return rows.map((row) => ({ member: String(row['member']), value: Number(row['value']) }));
  }

  /** The indicator by day or month, days without any left out. */
  async trend(tx: Tx, view: View, code: IndicatorCode, grain: 'DAY' | 'MONTH'): Promise<Step[]> {
    const indicator: Indicator = INDICATORS[code];
    const start = (column: string) =>
      `to_char(${grain === 'DAY' ? column : `date_trunc('month', ${column})`}, 'YYYY-MM-DD') AS start`;
    const rest = 'GROUP BY 1 ORDER BY 1';
    const summed = `${start('day')}, sum(value) AS value`;
    const rows = isNetworkOnInstant(view)
      ? await this.onInstant(tx, view, indicator, 'TOTAL', summed, rest)
      : isPlain(view)
        ? await this.cells(tx, view, indicator, summed, rest)
        : await this.deltas(tx, view, indicator, `${start('occurred_on')}, sum(${indicator.measure}) AS value`, rest);
    return rows.map((row) => ({ start: String(row['start']), value: Number(row['value']) }));
  }

  /** The indicator by the members of a dimension, largest first; themes are shares of mentions. */
  async breakdown(tx: Tx, view: View, code: IndicatorCode, dimension: Dimension): Promise<Part[]> {
    const indicator: Indicator = INDICATORS[code];
    const parts =
      view.branches === null && dimension !== 'COMMUNE' && (isPlain(view) || isNetworkOnInstant(view))
        ? await this.breakdownFromCells(tx, view, indicator, dimension)
        : await this.breakdownFromDeltas(tx, view, indicator, dimension);
    const communes =
      dimension === 'COMMUNE'
        ? await this.communeCodes(
            tx,
            parts.map(([member]) => member),
          )
        : new Map<number, string>();
    return parts
      .filter(([, value]) => value !== 0)
      .map(([member, value]) => ({ member: memberName(dimension, member, communes), value }))
      .sort((a, b) => b.value - a.value || (a.member < b.member ? -1 : 1));
  }

  /** Different people helped, exactly, and the anonymous acts, which are counted apart. */
  async uniquePeople(tx: Tx, view: View): Promise<{ people: number; anonymousActs: number }> {
    const values: unknown[] = [Kind.ACT, view.from, view.to];
    const conditions = conditionsOf(view, values);
    const [row]: { people: string; anonymous_acts: string | null }[] = await tx.query(
      // A day counts when its deltas sum above 0: what was taken back did not happen.
      `SELECT count(DISTINCT person_no) FILTER (WHERE person_no IS NOT NULL) AS people,
              sum(units) FILTER (WHERE person_no IS NULL) AS anonymous_acts
       FROM (SELECT person_no, occurred_on, sum(units) AS units FROM reporting.delta
             WHERE kind = $1 AND occurred_on BETWEEN $2 AND $3${conditions}
             GROUP BY person_no, occurred_on HAVING sum(units) > 0) AS seen`,
      values,
    );
    return { people: Number(row?.people ?? 0), anonymousActs: Number(row?.anonymous_acts ?? 0) };
  }

  /** The network as known on an instant, from cells and what was learned since. */
  private onInstant(
    tx: Tx,
    view: View & { readonly asOf: Date },
    indicator: Indicator,
    dimension: Dimension,
    select: string,
    rest: string,
    branches = false,
  ): Promise<Record<string, unknown>[]> {
    const { to, asOf } = view;
    const from = indicator.stock ? BEGINNING : view.from;
    return asKnownOn(tx, { indicator, dimension, from, to, asOf, branches }, select, rest);
  }

  private cells(
    tx: Tx,
    view: View,
    indicator: Indicator,
    select: string,
    rest: string,
    everyBranch = false,
    dimension: Dimension = 'TOTAL',
  ): Promise<Record<string, unknown>[]> {
    const branches = view.branches ?? (everyBranch ? null : [NETWORK]);
    const from = indicator.stock ? BEGINNING : view.from;
    const values: unknown[] = [indicator.id, Dimension[dimension], from, view.to];
    if (branches) values.push(branches);
    return tx.query(
      `SELECT ${select} FROM reporting.cell_day WHERE indicator = $1 AND dim = $2 AND day BETWEEN $3 AND $4
       AND ${branches ? 'branch = ANY ($5::text[])' : `branch <> '${NETWORK}'`} ${rest}`,
      values,
    );
  }

  private deltas(
    tx: Tx,
    view: View,
    indicator: Indicator,
    select: string,
    rest: string,
  ): Promise<Record<string, unknown>[]> {
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
    indicator: Indicator,
    dimension: Dimension,
  ): Promise<[number, number][]> {
    const summed = 'member, sum(value) AS value';
    const rows = isNetworkOnInstant(view)
      ? await this.onInstant(tx, view, indicator, dimension, summed, 'GROUP BY member')
      : await this.cells(tx, view, indicator, summed, 'GROUP BY member', false, dimension);
    return rows.map((row) => [Number(row['member']), Number(row['value'])]);
  }

  private async breakdownFromDeltas(
    tx: Tx,
    view: View,
    indicator: Indicator,
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

  private async communeCodes(tx: Tx, numbers: readonly number[]): Promise<Map<number, string>> {
    const rows: { no: number; id: string }[] = await tx.query(
      'SELECT no, id FROM commune_number WHERE no = ANY ($1::int[])',
      [numbers],
    );
    return new Map(rows.map((row) => [row.no, row.id]));
  }
}
