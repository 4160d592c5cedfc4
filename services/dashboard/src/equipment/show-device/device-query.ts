import { graphql, type ResultOf } from '../../app/query.js';

/** One device by its tag, or where else it is. */
export const DEVICE = graphql(`
  query DeviceByTag($tag: String!) {
    deviceByTag(tag: $tag) {
      tag
      device {
        id
        tag
        type
        grade
        state
        receivedOn
        ramGb
        storageGb
        storageKind
        cpuMark
        os
        batteryPercent
        serial
        imei
        notes
        nextStates
        version
        technicalNote
        lookNote
        lot {
          id
          code
          donation {
            donor {
              id
              name
            }
          }
        }
        dataErasure
        dataErasedAt
        dataErasureProof
        gradeRule
        gradeLines {
          factor
          value
          points
        }
        price {
          cents
        }
        history {
          id
          at
          what
          before
          after
          reason
        }
      }
      elsewhere {
        branch
        state
      }
    }
  }
`);
export const MOVE = graphql(`
  mutation MoveDevice($input: MoveDeviceInput!) {
    moveDevice(input: $input) {
      id
    }
  }
`);
export const VOID = graphql(`
  mutation VoidDevice($input: VoidDeviceInput!) {
    voidDevice(input: $input) {
      id
    }
  }
`);
export type Device = NonNullable<NonNullable<ResultOf<typeof DEVICE>['deviceByTag']>['device']>;
