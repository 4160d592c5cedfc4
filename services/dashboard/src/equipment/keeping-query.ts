import { graphql, type ResultOf } from '../app/query.js';

/** For whom a device is kept, or to whom it is lent. */
export const KEPT = graphql(`
  query DeviceKept($tag: String!) {
    deviceByTag(tag: $tag) {
      tag
      device {
        id
        state
        reservation {
          id
          beneficiaryId
          expiresAt
        }
        loan {
          id
          beneficiaryId
          dueOn
        }
      }
    }
  }
`);
export type KeptDevice = NonNullable<NonNullable<ResultOf<typeof KEPT>['deviceByTag']>['device']>;

/** What an act on a reservation or a loan makes the pages ask again. */
export const KEEPING_TOUCHES = [
  ['read', 'DeviceKept'],
  ['read', 'Device'],
  ['read', 'Devices'],
  ['read', 'DeviceCounts'],
  ['read', 'Reservations'],
  ['read', 'Loans'],
];
