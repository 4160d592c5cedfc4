import { graphql } from '../../app/query.js';

/** A branch, with what is next in it, as far as the reader may see. */
export const BRANCH = graphql(`
  query BranchPage($code: String!, $sessions: Boolean!, $stock: Boolean!, $answers: Boolean!) {
    branch(code: $code) {
      code
      city
      zone
      state
      openedOn
      nextSessions(first: 8) @include(if: $sessions) {
        items {
          id
          title
          startsAt
          seats
          seatsTaken
        }
      }
      latePrescriptions @include(if: $answers)
      stockByGrade @include(if: $stock) {
        grade
        count
      }
    }
    places(branch: $code, first: 5) {
      items {
        id
        name
        address
        postcode
        commune
        telephone
        openingHours
      }
    }
  }
`);

/** The same figures over the whole network, to stand beside those of one branch. */
export const NETWORK_FIGURES = graphql(`
  query NetworkFigures($input: FiguresInput!) {
    figures(input: $input) {
      figures(of: [UNIQUE_PEOPLE, SUPPORT_ACTS, SESSIONS_HELD, ATTENDANCE_RATE, DEVICES_SOLD, TAKINGS]) {
        code
        unit
        value
      }
    }
  }
`);
