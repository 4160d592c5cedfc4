import { graphql } from '../../app/query.js';

/** The drop-ins I recorded today. */
export const MY_DROP_INS = graphql(`
  query MyDropIns($on: LocalDate!) {
    supportActs(on: $on, solution: DROP_IN, mine: true, first: 50) {
      items {
        id
        occurredAt
        minutes
        themes
        autonomy
        voided
        beneficiary {
          id
        }
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
