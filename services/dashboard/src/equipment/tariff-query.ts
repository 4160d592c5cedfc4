import { graphql, type ResultOf } from '../app/query.js';
import type { MessageId } from '../i18n/fr.js';

/** Tariffs of the network, past and coming ones too. */
export const TARIFFS = graphql(`
  query Tariffs($after: String) {
    tariffs(first: 50, after: $after) {
      endCursor
      items {
        id
        type
        grade
        cents
        marketCents
        from
        until
        version
      }
    }
  }
`);
export type Tariff = NonNullable<ResultOf<typeof TARIFFS>['tariffs']>['items'][number];

/** Where a tariff stands on a day. */
export function standing({ from, until }: Pick<Tariff, 'from' | 'until'>, today: string): MessageId {
  if (until && until <= today) return 'tariff.ended';
  return from > today ? 'tariff.coming' : 'tariff.inForce';
}

const TYPES: readonly Tariff['type'][] = ['COMPUTER', 'TABLET', 'SMARTPHONE'];
const GRADES: readonly Tariff['grade'][] = ['PREMIUM', 'A', 'B', 'C', 'D'];

/** As a price list reads: by type, then from the best grade down, the newest first. */
export function inOrder(tariffs: readonly Tariff[]): Tariff[] {
  return [...tariffs].sort(
    (one, other) =>
      TYPES.indexOf(one.type) - TYPES.indexOf(other.type) ||
      GRADES.indexOf(one.grade) - GRADES.indexOf(other.grade) ||
      (one.from < other.from ? 1 : -1),
  );
}
