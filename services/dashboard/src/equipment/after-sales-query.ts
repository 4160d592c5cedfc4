import { graphql, type ResultOf } from '../app/query.js';

/** The after-sales tickets of a device, the newest first. */
export const DEVICE_TICKETS = graphql(`
  query DeviceTickets($tag: String!) {
    deviceByTag(tag: $tag) {
      tag
      device {
        id
        state
        afterSalesTickets {
          id
          saleId
          openedAt
          warrantyUntil
          underWarranty
          fault
          outcome
          note
          replacementTag
        }
      }
    }
  }
`);
export type TicketedDevice = NonNullable<NonNullable<ResultOf<typeof DEVICE_TICKETS>['deviceByTag']>['device']>;
export type Ticket = TicketedDevice['afterSalesTickets'][number];

/** What an act of after-sales makes the pages ask again. */
export const TICKET_TOUCHES = [
  ['read', 'DeviceTickets'],
  ['read', 'Device'],
  ['read', 'Devices'],
  ['read', 'DeviceCounts'],
  ['read', 'AfterSalesTickets'],
  ['read', 'Sale'],
  ['read', 'Till'],
];
