import { graphql, type ResultOf } from '../../app/query.js';

/** One session with its resource and, for whoever may know, who is enrolled and its history. */
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
      state
      version
      place {
        id
        name
      }
      workshop {
        id
        resourceTitle
        resourceUrl
      }
      enrolments(first: 100) @include(if: $people) {
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
      corrections @include(if: $people) {
        id
        what
        reason
        at
      }
    }
  }
`);
export type SessionRead = ResultOf<typeof SESSION>;
export type SessionShown = NonNullable<ResultOf<typeof SESSION>['session']>;

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
