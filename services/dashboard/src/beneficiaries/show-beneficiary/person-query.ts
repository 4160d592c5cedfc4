import { graphql, type ResultOf } from '../../app/query.js';

/** A person's record and what three services tell of them. */
export const PERSON = graphql(`
  query Person($id: UUID!) {
    beneficiary(id: $id) {
      id
      kind
      givenName
      familyName
      birthYear
      ageBand
      gender
      socialStatus
      phone
      noPhone
      email
      noEmail
      contactPreference
      spokenLanguage
      voided
      erasedAt
      restrictedAt
      restrictionGround
      objectedOn
      orientationSource
      privacyNoticeReadOn
      enrolledOn
      version
      commune {
        code
        name
      }
      merges {
        id
        keptId
        mergedId
        mergedAt
        keptBranch {
          code
        }
        mergedBranch {
          code
        }
      }
      corrections {
        what
        reason
        at
      }
      supportActs {
        id
        solution
        minutes
        occurredAt
        themes
        voided
      }
      enrolments {
        id
        state
        attendance
        session {
          id
          title
          startsAt
        }
      }
      purchases(first: 20) {
        items {
          id
          receipt
          occurredAt
          totalCents
          state
        }
      }
    }
  }
`);
export type PersonShown = NonNullable<ResultOf<typeof PERSON>['beneficiary']>;

export const VOID = graphql(`
  mutation VoidBeneficiary($input: VoidBeneficiaryInput!) {
    voidBeneficiary(input: $input) {
      id
    }
  }
`);
