import { BringInSale } from './bring-in-sale/bring-in-sale.js';
import { BringInSaleResolver } from './bring-in-sale/bring-in-sale.resolver.js';
import { ListSaleExceptionsResolver } from './list-sale-exceptions/list-sale-exceptions.resolver.js';
import { SettleSaleException } from './settle-sale-exception/settle-sale-exception.js';
import { SettleSaleExceptionResolver } from './settle-sale-exception/settle-sale-exception.resolver.js';

/** The slices of sales made without the network, for the service's table of contents. */
export const SALE_EXCEPTIONS = [
  BringInSale,
  BringInSaleResolver,
  SettleSaleException,
  SettleSaleExceptionResolver,
  ListSaleExceptionsResolver,
];
