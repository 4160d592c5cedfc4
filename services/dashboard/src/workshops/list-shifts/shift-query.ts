import { graphql, type ResultOf } from '../../app/query.js';

export const SHIFTS = graphql(`
  query Shifts($branch: String, $from: DateTime!, $until: DateTime, $mine: Boolean!, $plans: Boolean!, $after: String) {
    shifts(branch: $branch, from: $from, until: $until, mine: $mine, first: 50, after: $after) {
      endCursor
      items {
        id
        startsAt
        endsAt
        needed
        taken
        skills
        state
        mine
        place {
          id
          name
        }
        duties @include(if: $plans) {
          id
          state
          minutes
          memberId
        }
      }
    }
  }
`);
export type ShiftShown = NonNullable<ResultOf<typeof SHIFTS>['shifts']>['items'][number];

export const HELPER_NAMES = graphql(`
  query HelperNames($branch: String) {
    helpers(branch: $branch, first: 100) {
      items {
        id
        name
      }
    }
  }
`);
export const CANDIDATES = graphql(`
  query ShiftCandidates($shiftId: UUID!) {
    shiftCandidates(shiftId: $shiftId)
  }
`);
export const TAKE = graphql(`
  mutation TakeShift($input: TakeShiftInput!) {
    takeShift(input: $input) {
      id
    }
  }
`);
export const LEAVE = graphql(`
  mutation LeaveShift($input: LeaveShiftInput!) {
    leaveShift(input: $input) {
      id
    }
  }
`);
export const CANCEL = graphql(`
  mutation CancelShift($input: CancelShiftInput!) {
    cancelShift(input: $input) {
      id
    }
  }
`);
export const INVITE = graphql(`
  mutation InviteToShift($input: InviteToShiftInput!) {
    inviteToShift(input: $input) {
      id
    }
  }
`);
export const RECORD = graphql(`
  mutation RecordHours($input: RecordHoursInput!) {
    recordHours(input: $input) {
      id
    }
  }
`);
export const SCHEDULE = graphql(`
  mutation ScheduleShift($input: ScheduleShiftInput!) {
    scheduleShift(input: $input) {
      id
    }
  }
`);

/** What is read again once a shift has changed. */
export const OF_SHIFTS = [
  ['read', 'Shifts'],
  ['read', 'ShiftCandidates'],
] as const;
