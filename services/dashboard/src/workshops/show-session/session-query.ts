import { graphql, type ResultOf } from '../../app/query.js';

/**
 * One session with its resource and, for whoever may know, who is enrolled and its history. One condition around both: of
 * two with the same variable the gateway's plan keeps only the first when people are fetched from their own service.
 */
export const SESSION = graphql(`
  query Session($id: UUID!, $people: Boolean!) {
    session(id: $id) {
      id
      title
      room
      startsAt
      endsAt
      seats
      seatsTaken
      seatsHeld
      state
      version
      series {
        id
      }
      place {
        id
        name
      }
      workshop {
        id
        resourceTitle
        resourceUrl
      }
      kit {
        id
        number
        url
        resource {
          id
          title
        }
      }
      ... @include(if: $people) {
        enrolments(first: 100) {
          items {
            id
            attendance
            version
            beneficiary {
              id
              givenName
              familyName
            }
          }
        }
        corrections {
          id
          what
          reason
          at
        }
      }
    }
  }
`);
export type SessionRead = ResultOf<typeof SESSION>;
type Told = NonNullable<ResultOf<typeof SESSION>['session']>;
type WithPeople = Extract<Told, { readonly enrolments: unknown }>;
type OfPeople = 'enrolments' | 'corrections';
/** A session as the reader may know it: with who is enrolled, or without. */
export type SessionShown = Omit<WithPeople, OfPeople> & Partial<Pick<WithPeople, OfPeople>>;

export const ENROL = graphql(`
  mutation EnrolInSession($input: EnrolInSessionInput!) {
    enrolInSession(input: $input) {
      id
    }
  }
`);
export const WITHDRAW = graphql(`
  mutation CancelEnrolment($input: CancelEnrolmentInput!) {
    cancelEnrolment(input: $input) {
      id
    }
  }
`);
export const CANCEL = graphql(`
  mutation CancelSession($input: CancelSessionInput!) {
    cancelSession(input: $input) {
      id
    }
  }
`);
export const CHANGE = graphql(`
  mutation ChangeSession($input: ChangeSessionInput!) {
    changeSession(input: $input) {
      id
    }
  }
`);
export const MARK = graphql(`
  mutation MarkAttendance($input: MarkAttendanceInput!) {
    markAttendance(input: $input) {
      id
    }
  }
`);
export const CLOSE = graphql(`
  mutation CloseSession($input: CloseSessionInput!) {
    closeSession(input: $input) {
      id
    }
  }
`);
export const REOPEN = graphql(`
  mutation ReopenSession($input: ReopenSessionInput!) {
    reopenSession(input: $input) {
      id
    }
  }
`);
