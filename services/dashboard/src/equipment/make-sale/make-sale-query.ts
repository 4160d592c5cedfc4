import { graphql, type ResultOf } from '../../app/query.js';

export const ARTICLES = graphql(`
  query Articles($branch: String) {
    articles(branch: $branch, first: 50) {
      items {
        id
        label
        cents
        quantity
      }
    }
  }
`);

export const SELL = graphql(`
  mutation MakeSale($input: MakeSaleInput!) {
    makeSale(input: $input) {
      id
      receipt
      totalCents
      lines {
        label
        cents
        quantity
      }
    }
  }
`);
export type Sale = NonNullable<ResultOf<typeof SELL>['makeSale']>;

/** A sale that happened without the network and that the rules refuse. */
export const BRING_IN = graphql(`
  mutation BringInSale($input: BringInSaleInput!) {
    bringInSale(input: $input) {
      id
      state
    }
  }
`);

/** What of the stock can be sold, a page at a time. */
export const READY = graphql(`
  query ReadyDevices($branch: String, $after: String) {
    devices(branch: $branch, states: [READY], first: 100, after: $after) {
      endCursor
      items {
        tag
        type
        grade
        price {
          cents
        }
      }
    }
  }
`);

/** The prices of a day. */
export const IN_FORCE = graphql(`
  query TariffsInForce($on: LocalDate!) {
    tariffs(on: $on, first: 50) {
      items {
        type
        grade
        cents
      }
    }
  }
`);
