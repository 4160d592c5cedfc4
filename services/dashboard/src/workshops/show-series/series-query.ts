import { graphql, type ResultOf } from '../../app/query.js';

/** One series with its sessions and, for whoever may know, its history. */
export const SERIES = graphql(`
  query Series($id: UUID!, $people: Boolean!) {
    workshopSeries(id: $id) {
      id
      title
      kind
      state
      sessions {
        id
        title
        room
        startsAt
        endsAt
        seats
        seatsTaken
        seatsHeld
        state
        place {
          name
        }
      }
      ... @include(if: $people) {
        corrections {
          id
          reason
          at
        }
      }
    }
  }
`);
export type SeriesShown = NonNullable<ResultOf<typeof SERIES>['workshopSeries']>;

export const POSTPONE = graphql(`
  mutation PostponeSeries($input: PostponeSeriesInput!) {
    postponeSeries(input: $input) {
      id
    }
  }
`);
export const CANCEL_SERIES = graphql(`
  mutation CancelSeries($input: CancelSeriesInput!) {
    cancelSeries(input: $input) {
      id
    }
  }
`);
export const DUPLICATE = graphql(`
  mutation DuplicateSeries($input: DuplicateSeriesInput!) {
    duplicateSeries(input: $input) {
      id
    }
  }
`);
