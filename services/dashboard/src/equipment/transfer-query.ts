import { graphql, type ResultOf } from '../app/query.js';

/** Transfers from and to the reader's branches. */
export const TRANSFERS = graphql(`
  query Transfers($branch: String, $after: String) {
    transfers(branch: $branch, first: 50, after: $after) {
      endCursor
      items {
        id
        state
        requestedAt
        from {
          code
        }
        to {
          code
        }
        lines {
          type
          grade
          tag
          asked
          accepted
        }
      }
    }
  }
`);

/** One transfer with all that left. */
export const TRANSFER = graphql(`
  query Transfer($id: UUID!) {
    transfer(id: $id) {
      id
      state
      version
      reason
      requestedAt
      answeredAt
      shippedAt
      closedAt
      from {
        code
      }
      to {
        code
      }
      lines {
        type
        grade
        tag
        asked
        accepted
      }
      devices {
        id
        tag
        type
        grade
        arrivedAt
        proposed
        proposedReason
        outcome
      }
    }
  }
`);

export type TransferShown = NonNullable<ResultOf<typeof TRANSFER>['transfer']>;
export type LineShown = TransferShown['lines'][number];

/** What an act on a transfer makes the pages ask again. */
export const TRANSFER_TOUCHES = [
  ['read', 'Transfer'],
  ['read', 'Transfers'],
  ['read', 'Balance'],
  ['read', 'Devices'],
  ['read', 'DeviceCounts'],
];
