import { graphql, type ResultOf } from '../../app/query.js';

const LINE = graphql(`
  fragment SaleLineShown on SaleLine @_unmask {
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
`);
/** One sale with its lines, payments, buyer and corrections. */
export const SALE = graphql(
  `
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
          ...SaleLineShown
        }
        returns {
          id
          occurredOn
          back {
            ...SaleLineShown
          }
          given {
            ...SaleLineShown
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
  `,
  [LINE],
);
export const VOID = graphql(`
  mutation VoidThisSale($input: VoidSaleInput!) {
    voidSale(input: $input) {
      id
    }
  }
`);
export type Sale = NonNullable<ResultOf<typeof SALE>['sale']>;
