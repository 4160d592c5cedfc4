import { type Actor, may, Permission } from '#access';
import { FORBIDDEN } from '#errors';
import type { AgeBand, Gender, MediationTheme, SocialStatus, Solution } from '#events';
import { monthsAfter, shiftDay } from '#runtime';
import { LISTS, numberOf, themeBits } from '../projection/delta.js';
import { daysBetween, endOfMonth } from './calendar.js';
import { PERIOD_BACKWARDS, PERIOD_TOO_LONG } from './figures.refusals.js';

/** Filters on who and what; within one list any value matches, between lists all must. */
export interface Filters {
  readonly solutions?: readonly Solution[] | null | undefined;
  readonly themes?: readonly MediationTheme[] | null | undefined;
  readonly genders?: readonly Gender[] | null | undefined;
  readonly ageBands?: readonly AgeBand[] | null | undefined;
  readonly socialStatuses?: readonly SocialStatus[] | null | undefined;
  readonly communes?: readonly string[] | null | undefined;
}

/** A period, both days included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** What is looked at: a period, branches or the whole network, filters, and as known when. */
export interface View extends Period {
  /** Null = the whole network. */
  readonly branches: readonly string[] | null;
  readonly filters: Filters;
  /** Null = as known now. */
  readonly asOf: Date | null;
  readonly compared: Period | null;
}

/** Checks a period. Refuses `PERIOD_BACKWARDS` and, beyond eleven years, `PERIOD_TOO_LONG`. */
export function checkPeriod(period: Period): void {
  if (period.to < period.from) throw PERIOD_BACKWARDS({}, 'to');
  if (daysBetween(period.from, period.to) > 4_020) throw PERIOD_TOO_LONG({}, 'to');
}

/**
 * The period to compare with, like for like. YEAR: the same days a year before. PREVIOUS: what began on 1 January is
 * compared with the year before; what began on the first of a month with as many months before; else as many days.
 */
export function comparedPeriod(period: Period, compare: 'NONE' | 'PREVIOUS' | 'YEAR'): Period | null {
  if (compare === 'NONE') return null;
  const months = monthsSpanned(period);
  if (compare === 'YEAR' || (period.from.endsWith('-01-01') && months <= 12)) return shiftMonths(period, 12);
  if (period.from.endsWith('-01')) return shiftMonths(period, months);
  const days = daysBetween(period.from, period.to) + 1;
  return { from: shiftDay(period.from, -days), to: shiftDay(period.to, -days) };
}

/** The branches an actor may see figures of: those asked for, else their own, else the network. Refuses `FORBIDDEN`. */
export function visibleBranches(actor: Actor, asked: readonly string[] | null | undefined): readonly string[] | null {
  const network = may(actor.role, Permission.ReadNetworkFigures);
  if (asked && asked.length > 0) {
    if (!network && asked.some((branch) => !actor.branches.includes(branch))) throw FORBIDDEN({}, 'branches');
    return asked;
  }
  if (network) return null;
  return actor.branches;
}

/** The actor as figures see them: who may read network figures reads sums of all branches, and no person of any. */
export function readerOf(actor: Actor): Actor {
  return may(actor.role, Permission.ReadNetworkFigures) ? { ...actor, branches: ['*'], own: actor.branches } : actor;
}

/** True when nothing but period and branches narrows the view: cells answer it. */
export function isPlain(view: View): boolean {
  return view.asOf === null && hasNoFilter(view);
}

/** True for the whole network, unfiltered, as known on an instant: cells and what was learned since answer it. */
export function isNetworkOnInstant(view: View): view is View & { readonly asOf: Date } {
  return view.asOf !== null && view.branches === null && hasNoFilter(view);
}

function hasNoFilter({ filters }: View): boolean {
  return Object.values(filters).every(
    (values: readonly unknown[] | null | undefined) => !values || values.length === 0,
  );
}

/** The filters as SQL conditions on deltas, their values appended to `values`. */
export function conditionsOf(view: View, values: unknown[]): string {
  const { filters } = view;
  const conditions: string[] = [];
  const add = (sql: (parameter: string) => string, value: unknown) => {
    values.push(value);
    conditions.push(sql(`$${values.length}`));
  };
  const list = (column: string, numbers: ReadonlyMap<string, number>, chosen: readonly string[] | null | undefined) => {
    if (chosen && chosen.length > 0)
      add(
        (p) => `${column} = ANY (${p}::int2[])`,
        chosen.map((value) => numberOf(numbers, value)),
      );
  };
  if (view.branches) add((p) => `branch = ANY (${p}::text[]::bpchar[])`, view.branches);
  list('solution', LISTS.solution, filters.solutions);
  list('gender', LISTS.gender, filters.genders);
  list('age_band', LISTS.ageBand, filters.ageBands);
  list('status', LISTS.status, filters.socialStatuses);
  if (filters.themes && filters.themes.length > 0)
    add((p) => `themes & ${p}::bigint <> 0`, String(themeBits(filters.themes)));
  if (filters.communes && filters.communes.length > 0)
    add((p) => `commune_no IN (SELECT no FROM commune_number WHERE id = ANY (${p}::text[]))`, filters.communes);
  if (view.asOf) add((p) => `recorded_at <= ${p}`, view.asOf);
  return conditions.map((condition) => ` AND ${condition}`).join('');
}

function monthsSpanned({ from, to }: Period): number {
  return (
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1
  );
}

function shiftMonths(period: Period, months: number): Period {
  const wholeMonth = shiftDay(period.to, 1).endsWith('-01');
  const to = monthsAfter(period.to, -months);
  return { from: monthsAfter(period.from, -months), to: wholeMonth ? endOfMonth(to) : to };
}
