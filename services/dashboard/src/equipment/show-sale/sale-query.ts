import { graphql, type ResultOf } from '../../app/query.js';

/** One sale with its lines, payments, buyer and corrections. */
export const SALE = graphql(`
  query Sale($id: UUID!) {
    sale(id: $id) {
      id
      receipt
      occurredAt
      totalCents
      state
      soldBy
      version
      lines {
        kind
        label
        articleId
        articleKind
        type
        grade
        quantity
        cents
        marketCents
        tariffFrom
      }
      returns {
        id
        occurredOn
        back {
          kind
          label
          articleId
        articleKind
          type
          grade
          quantity
          cents
          marketCents
          tariffFrom
        }
        given {
          kind
          label
          articleId
        articleKind
          type
          grade
          quantity
          cents
          marketCents
          tariffFrom
        }
        refunds {
          kind
          cents
        }
      }
      simActivations {
        id
        lastFour
        activatedAt
      }
      payments {
        kind
        cents
      }
      branch {
        code
        city
      }
      beneficiary {
        id
        givenName
        familyName
      }
      corrections {
        what
        reason
        at
      }
    }
  }
`);
export const VOID = graphql(`
  mutation VoidThisSale($input: VoidSaleInput!) {
    voidSale(input: $input) {
      id
    }
  }
`);
export type Sale = NonNullable<ResultOf<typeof SALE>['sale']>;
