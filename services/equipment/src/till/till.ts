import { CloseTill } from './close-till/close-till.js';
import { CloseTillResolver } from './close-till/close-till.resolver.js';
import { ExportAccountsResolver } from './export-accounts/export-accounts.resolver.js';
import { OpenTill } from './open-till/open-till.js';
import { OpenTillResolver } from './open-till/open-till.resolver.js';
import { ShowTillResolver } from './show-till/show-till.resolver.js';

/** The slices of the till's day, for the service's table of contents. */
export const TILL = [
  OpenTill,
  OpenTillResolver,
  CloseTill,
  CloseTillResolver,
  ShowTillResolver,
  ExportAccountsResolver,
];
