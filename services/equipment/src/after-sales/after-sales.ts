import { CloseAfterSalesTicket } from './close-after-sales-ticket/close-after-sales-ticket.js';
import { CloseAfterSalesTicketResolver } from './close-after-sales-ticket/close-after-sales-ticket.resolver.js';
import { ExchangeDevice } from './exchange-device/exchange-device.js';
import { ExchangeDeviceResolver } from './exchange-device/exchange-device.resolver.js';
import { ListAfterSalesTicketsResolver } from './list-after-sales-tickets/list-after-sales-tickets.resolver.js';
import { OpenAfterSalesTicket } from './open-after-sales-ticket/open-after-sales-ticket.js';
import { OpenAfterSalesTicketResolver } from './open-after-sales-ticket/open-after-sales-ticket.resolver.js';

/** The slices of after-sales, for the service's table of contents. */
export const AFTER_SALES = [
  OpenAfterSalesTicket,
  OpenAfterSalesTicketResolver,
  CloseAfterSalesTicket,
  CloseAfterSalesTicketResolver,
  ExchangeDevice,
  ExchangeDeviceResolver,
  ListAfterSalesTicketsResolver,
];
