import { Injectable } from '@nestjs/common';
import { AdministrativeTheme, MediationTheme } from '#events';
import type { Tx } from '#persistence';
import { NETWORK } from '../projection/cells.js';
import { ADMINISTRATIVE_BASE, Kind } from '../projection/delta.js';
import { Dimension, INDICATORS, type Indicator, type IndicatorCode, memberName } from './indicators.js';
import { conditionsOf, isPlain, type View } from './view.js';

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
const BEGINNING = '1900-01-01';

/**
 * Reads figures of a view. Plain views of the network come from cells; filtered ones, past states of knowledge and
 * branches' breakdowns are summed from the deltas, which are the definition.
 */
@Injectable()
export class FiguresReader {
  /** The value of one indicator. */
  async total(tx: Tx, view: View, code: IndicatorCode): Promise<number> {
    const indicator: Indicator = INDICATORS[code];
    const [row] = isPlain(view)
      ? await this.cells(tx, view, indicator, 'sum(value) AS value', '')
      : await this.deltas(tx, view, indicator, `sum(${indicator.measure}) AS value`, '');
    return Number(row?.['value'] ?? 0);
  }

  /** The indicator by branch, for the branches that have any. */
  async byBranch(tx: Tx, view: View, code: IndicatorCode): Promise<Part[]> {
    const indicator: Indicator = INDICATORS[code];
    const rows = isPlain(view)
      ? await this.cells(
          tx,
          view,
          indicator,
          'branch AS member, sum(value) AS value',
          'GROUP BY branch ORDER BY branch',
          true,
        )
      : await this.deltas(
          tx,
          view,
          indicator,
          `branch AS member, sum(${indicator.measure}) AS value`,
          'GROUP BY branch ORDER BY branch',
        );
    return rows.map((row) => ({ member: String(row['member']), value: Number(row['value']) }));
  }

  /** The indicator by day or month, days without any left out. */
  async trend(tx: Tx, view: View, code: IndicatorCode, grain: 'DAY' | 'MONTH'): Promise<Step[]> {
    const indicator: Indicator = INDICATORS[code];
    const start = (column: string) =>
      `to_char(${grain === 'DAY' ? column : `date_trunc('month', ${column})`}, 'YYYY-MM-DD') AS start`;
    const rows = isPlain(view)
      ? await this.cells(tx, view, indicator, `${start('day')}, sum(value) AS value`, 'GROUP BY 1 ORDER BY 1')
      : await this.deltas(
          tx,
          view,
          indicator,
          `${start('occurred_on')}, sum(${indicator.measure}) AS value`,
          'GROUP BY 1 ORDER BY 1',
        );
    return rows.map((row) => ({ start: String(row['start']), value: Number(row['value']) }));
  }

  /** The indicator by the members of a dimension, largest first; themes are shares of mentions. */
  async breakdown(tx: Tx, view: View, code: IndicatorCode, dimension: Dimension): Promise<Part[]> {
    const indicator: Indicator = INDICATORS[code];
    const parts =
      isPlain(view) && view.branches === null && dimension !== 'COMMUNE'
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

  private cells(
    tx: Tx,
    view: View,
    indicator: Indicator,
    select: string,
    rest: string,
    everyBranch = false,
  ): Promise<Record<string, unknown>[]> {
    const branches = view.branches ?? (everyBranch ? null : [NETWORK]);
    const from = indicator.stock ? BEGINNING : view.from;
    const values: unknown[] = [indicator.id, Dimension.TOTAL, from, view.to];
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
    const only = indicator.only === 'DEVICES' ? ' AND a1 < 100' : indicator.only === 'ARTICLES' ? ' AND a1 >= 100' : '';
    return tx.query(
      `SELECT ${select} FROM reporting.delta WHERE kind = $1 AND occurred_on BETWEEN $2 AND $3${only}${conditions} ${rest}`,
      values,
    );
  }

  private async breakdownFromCells(
    tx: Tx,
    view: View,
    indicator: Indicator,
    dimension: Dimension,
  ): Promise<[number, number][]> {
    const from = indicator.stock ? BEGINNING : view.from;
    const rows: { member: number; value: string }[] = await tx.query(
      `SELECT member, sum(value) AS value FROM reporting.cell_day
       WHERE indicator = $1 AND dim = $2 AND branch = '${NETWORK}' AND day BETWEEN $3 AND $4 GROUP BY member`,
      [indicator.id, Dimension[dimension], from, view.to],
    );
    return rows.map((row) => [row.member, Number(row.value)]);
  }

  private async breakdownFromDeltas(
    tx: Tx,
    view: View,
    indicator: Indicator,
    dimension: Dimension,
  ): Promise<[number, number][]> {
    if (dimension === 'THEME' || dimension === 'ADMINISTRATIVE_THEME') {
      const [base, count] =
        dimension === 'THEME'
          ? [0, MediationTheme.options.length]
          : [ADMINISTRATIVE_BASE, AdministrativeTheme.options.length];
      const columns = Array.from(
        { length: count },
        (_, k) => `sum(${indicator.measure}) FILTER (WHERE themes >> ${base + k} & 1 = 1) AS m${k + 1}`,
      );
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

const MEMBER_SQL: Readonly<Record<Exclude<Dimension, 'THEME' | 'ADMINISTRATIVE_THEME'>, string>> = {
  TOTAL: '0',
  SOLUTION: 'solution',
  GENDER: 'gender',
  AGE_BAND: 'age_band',
  SOCIAL_STATUS: 'status',
  COMMUNE: 'coalesce(commune_no, 0)',
  EQUIPMENT: 'coalesce(a1, 0) * 10 + coalesce(a2, 0)',
  PAYMENT: 'a1',
};
