import { graphql, type ResultOf } from '../app/query.js';

/** Members within reach, by name. */
export const MEMBERS = graphql(`
  query Members($branch: String, $role: MemberRole, $state: MemberState, $text: String, $after: String) {
    members(branch: $branch, role: $role, state: $state, text: $text, first: 50, after: $after) {
      endCursor
      items {
        id
        name
        mail
        role
        branches
        state
      }
    }
  }
`);

/** One member, with where they are signed in. */
export const MEMBER = graphql(`
  query Member($id: UUID!) {
    member(id: $id) {
      id
      name
      mail
      role
      branches
      state
      version
      changeable
      sessions {
        startedAt
        lastSeenAt
      }
    }
  }
`);
export type MemberShown = NonNullable<ResultOf<typeof MEMBER>['member']>;

/** What is read again once a member has changed. */
export const OF_MEMBERS = [
  ['read', 'Members'],
  ['read', 'Member'],
] as const;
