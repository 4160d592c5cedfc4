import { graphql, type ResultOf } from '../../app/query.js';

/** The drop-ins I recorded today. */
export const MY_DROP_INS = graphql(`
  query MyDropIns($on: LocalDate!) {
    supportActs(on: $on, solution: DROP_IN, mine: true, first: 50) {
      items {
        id
        occurredAt
        minutes
        themes
        administrativeThemes
        devicesUsed
        autonomy
        redirection
        gender
        ageBand
        socialStatus
        voided
        beneficiary {
          id
        }
      }
    }
  }
`);

/** A drop-in of mine, as the list shows it. */
export type DropIn = NonNullable<ResultOf<typeof MY_DROP_INS>['supportActs']>['items'][number];

/** All that was said of a drop-in: a correction sends it whole, so that what is not mended stays. */
export function saidOf(act: DropIn) {
  const { minutes, themes, administrativeThemes, devicesUsed, autonomy, redirection } = act;
  const { gender, ageBand, socialStatus, beneficiary } = act;
  const known = { minutes, themes, administrativeThemes, devicesUsed, autonomy, redirection };
  return { ...known, gender, ageBand, socialStatus, beneficiaryId: beneficiary?.id ?? null };
}

/** Who could not be received today. */
export const REFUSED = graphql(`
  query RefusedToday($branch: String, $on: LocalDate!) {
    refusedDropIns(branch: $branch, on: $on, first: 50) {
      items {
        id
        occurredAt
        voided
      }
    }
  }
`);

export const RECORD = graphql(`
  mutation RecordDropIn($input: RecordDropInInput!) {
    recordDropIn(input: $input) {
      id
      occurredAt
    }
  }
`);

export const CORRECT = graphql(`
  mutation CorrectSupportAct($input: CorrectSupportActInput!) {
    correctSupportAct(input: $input) {
      id
    }
  }
`);

export const VOID = graphql(`
  mutation VoidSupportAct($input: VoidSupportActInput!) {
    voidSupportAct(input: $input) {
      id
    }
  }
`);

export const REFUSE = graphql(`
  mutation RefuseDropIn($input: RefuseDropInInput!) {
    refuseDropIn(input: $input) {
      id
      occurredAt
    }
  }
`);

export const VOID_REFUSED = graphql(`
  mutation VoidRefusedDropIn($input: VoidRefusedDropInInput!) {
    voidRefusedDropIn(input: $input) {
      id
    }
  }
`);
