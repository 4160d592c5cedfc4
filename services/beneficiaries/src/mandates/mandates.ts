import { ChangeMandate } from './change-mandate.js';
import { GiveMandate } from './give-mandate/give-mandate.js';
import { GiveMandateResolver } from './give-mandate/give-mandate.resolver.js';
import { ListMandatesResolver, ShowMandateResolver } from './list-mandates/list-mandates.resolver.js';
import { NoteMandateActResolver } from './note-mandate-act/note-mandate-act.resolver.js';
import { RevokeMandateResolver } from './revoke-mandate/revoke-mandate.resolver.js';

/** What is done with mandates. */
export const MANDATES = [
  ChangeMandate,
  GiveMandate,
  GiveMandateResolver,
  RevokeMandateResolver,
  NoteMandateActResolver,
  ListMandatesResolver,
  ShowMandateResolver,
] as const;
