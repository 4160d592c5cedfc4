import { In } from 'typeorm';
import type { Tx } from '#persistence';
import { shiftDay } from '#runtime';
import type { Beneficiary } from '../beneficiaries/beneficiary.entity.js';
import { recordsOf } from '../duplicates/records-of.js';
import { Assessment, type Before } from './assessment.entity.js';
import { ASSESSMENT_ORDER, ASSESSMENT_THERE } from './assessment.refusals.js';

/** Six months is asked for; a month earlier will do. */
const NOT_BEFORE_DAYS = 150;

/** All that was noted of each of these people, under whichever of their records within reach, oldest first. */
export async function assessmentsOf(tx: Tx, people: readonly string[]): Promise<Map<string, Assessment[]>> {
  const records = await recordsOf(tx, people);
  const all = await tx.find(Assessment, {
    where: { beneficiaryId: In([...records.values()].flat()) },
    order: { occurredOn: 'ASC', recordedAt: 'ASC', id: 'ASC' },
  });
  const of = (same: readonly string[]) => all.filter(({ beneficiaryId }) => same.includes(beneficiaryId));
  return new Map([...records].map(([asked, same]) => [asked, of(same)]));
}

/** What of it stands of one person. */
export async function standing(tx: Tx, personId: string): Promise<Assessment[]> {
  const found = (await assessmentsOf(tx, [personId])).get(personId) ?? [];
  return found.filter(({ voidedAt }) => voidedAt === null);
}

/** Where the next assessment of this moment belongs. Refuses `ASSESSMENT_ORDER`, `ASSESSMENT_THERE`. */
export function beforeNext(person: Beneficiary, rows: readonly Assessment[], moment: Assessment['moment']): Before {
  const field = 'input.moment';
  const supports = rows
    .filter((row) => row.moment === 'ENTRY')
    .map((entry) => ({ entry, rows: withEntry(rows, entry) }));
  if (moment === 'ENTRY') {
    const last = supports.at(-1);
    if (last?.entry.outcome === 'ANSWERED' && !last.rows.some((row) => row.moment === 'EXIT'))
      throw ASSESSMENT_THERE({}, field);
    return { entryId: null, entry: null, from: person.enrolledOn };
  }
  const support =
    moment === 'EXIT' ? supports.at(-1) : supports.findLast((one) => one.rows.some((row) => row.moment === 'EXIT'));
  const follows = support?.rows.findLast((row) => row.moment === (moment === 'EXIT' ? 'ENTRY' : 'EXIT'));
  if (!support || !follows) throw ASSESSMENT_ORDER({}, field);
  if (support.rows.some((row) => row.moment === moment && row.outcome === 'ANSWERED'))
    throw ASSESSMENT_THERE({}, field);
  const { entry } = support;
  const from = moment === 'EXIT' ? follows.occurredOn : shiftDay(follows.occurredOn, NOT_BEFORE_DAYS);
  return { entryId: entry.entryId, entry: entry.judged(), from };
}

/** Who of these is still to be asked again: an exit with nothing after it. */
export async function settleFollowUps(tx: Tx, rows: readonly Assessment[]): Promise<void> {
  const standingRows = rows.filter(({ voidedAt }) => voidedAt === null);
  for (const exit of standingRows.filter(({ moment }) => moment === 'EXIT')) {
    const later = withEntry(standingRows, exit);
    const followedUp = later
      .slice(later.indexOf(exit) + 1)
      .some(({ moment }) => moment === 'SIX_MONTHS' || moment === 'EXIT');
    if (followedUp !== exit.followedUp) await tx.update(Assessment, { id: exit.id }, { followedUp });
  }
}

/** Those that belong to the same support, in their order. */
export function withEntry(rows: readonly Assessment[], { entryId }: Assessment): Assessment[] {
  return rows.filter((row) => row.entryId === entryId);
}
