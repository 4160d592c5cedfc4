import { graphql, type ResultOf } from '../../app/query.js';

export const VALUE = graphql(`
  query HelperValue($from: LocalDate!, $to: LocalDate!) {
    helperValue(from: $from, to: $to) {
      minutes
      unvaluedMinutes
      cents
      lines {
        branch
        kind
        helpers
        minutes
        unvaluedMinutes
        cents
      }
    }
    helperRates {
      id
      cents
      from
      until
    }
  }
`);
export type ValueRead = NonNullable<ResultOf<typeof VALUE>>;

export const SET_RATE = graphql(`
  mutation SetHelperRate($input: SetHelperRateInput!) {
    setHelperRate(input: $input) {
      id
    }
  }
`);
