import { graphql, type ResultOf, type VariablesOf } from '../app/query.js';

/** Devices of a branch in some states and of some types, by tag. */
export const DEVICES = graphql(`
  query Devices($branch: String, $states: [EquipmentState!], $types: [EquipmentType!], $after: String) {
    devices(branch: $branch, states: $states, types: $types, first: 50, after: $after) {
      endCursor
      items {
        id
        tag
        type
        grade
        state
        stateSince
        price {
          cents
        }
      }
    }
  }
`);
export type DeviceChoice = VariablesOf<typeof DEVICES>;
export type DeviceListed = NonNullable<ResultOf<typeof DEVICES>['devices']>['items'][number];
