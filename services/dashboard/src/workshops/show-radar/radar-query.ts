import { graphql, type ResultOf } from '../../app/query.js';

export const RADAR = graphql(`
  query CapacityRadar($branch: String) {
    capacityRadar(branch: $branch) {
      from
      until
      waiting
      refused
      days {
        day
        sessions
        seats
        seatsLeft
        helpersNeeded
        helpersComing
        helperMinutes
      }
      workshops {
        workshopId
        title
        waiting
        seatsLeft
      }
      options {
        kind
        people
        title
        workshopId
        shiftId
        at
        toAt
      }
    }
    prescriptions(branch: $branch, first: 100) {
      endCursor
      items {
        id
      }
    }
  }
`);
export type RadarShown = NonNullable<ResultOf<typeof RADAR>['capacityRadar']>;
export type OptionShown = RadarShown['options'][number];
