import { graphql, type ResultOf } from '../../app/query.js';

/** Who waits for one session, in order. */
export const SESSION_WAITLIST = graphql(`
  query SessionWaitlist($id: UUID!) {
    session(id: $id) {
      id
      waitlist(first: 100) {
        items {
          id
          state
          joinedAt
          offeredUntil
          offerToken
          beneficiary {
            id
            givenName
            familyName
          }
        }
      }
    }
  }
`);
/** Who waits for a whole series, in order. */
export const SERIES_WAITLIST = graphql(`
  query SeriesWaitlist($id: UUID!) {
    workshopSeries(id: $id) {
      id
      waitlist(first: 100) {
        items {
          id
          state
          joinedAt
          offeredUntil
          offerToken
          beneficiary {
            id
            givenName
            familyName
          }
        }
      }
    }
  }
`);
export type Waiting = NonNullable<
  NonNullable<ResultOf<typeof SESSION_WAITLIST>['session']>['waitlist']
>['items'][number];

export const JOIN = graphql(`
  mutation JoinWaitlist($input: JoinWaitlistInput!) {
    joinWaitlist(input: $input) {
      id
    }
  }
`);
export const LEAVE = graphql(`
  mutation LeaveWaitlist($input: LeaveWaitlistInput!) {
    leaveWaitlist(input: $input) {
      id
    }
  }
`);
export const ACCEPT = graphql(`
  mutation AcceptOffer($input: AcceptOfferInput!) {
    acceptOffer(input: $input) {
      id
    }
  }
`);
export const DECLINE = graphql(`
  mutation DeclineOffer($input: DeclineOfferInput!) {
    declineOffer(input: $input) {
      id
    }
  }
`);
export const ENROL_IN_SERIES = graphql(`
  mutation EnrolInSeries($input: EnrolInSeriesInput!) {
    enrolInSeries(input: $input) {
      id
    }
  }
`);
