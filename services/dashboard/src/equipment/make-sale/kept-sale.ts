import type { QueryKey } from '@tanstack/react-query';
import type { AnswerError, GraphqlClient } from '../../app/graphql.js';
import { askPending, speaksOfIt } from '../../app/pending/ask-pending.js';
import type { Outcome, Pending, SendPending } from '../../app/pending/pending-queue.js';
import { pendingStore } from '../../app/pending/pending-store.js';
import type { PendingKind } from '../../app/pending/use-pending.js';
import type { Tokens } from '../../app/tokens.js';
import { keyOf } from '../../app/use-read.js';
import { type CartLine, linesOf } from './cart.js';
import { TOUCHED_BY_SALES } from './day-book.js';
import { ARTICLES, BRING_IN, type Sale, SELL } from './make-sale-query.js';

/** A sale as the till made it: nothing that names a person. */
export interface EnteredSale {
  readonly branch: string | null;
  readonly cart: readonly CartLine[];
  readonly payments: readonly { readonly kind: string; readonly cents: number }[];
  readonly beneficiaryId: string | null;
  readonly occurredAt: string;
}

/** A sale kept on this device. */
export interface PendingSale extends Pending {
  readonly input: EnteredSale;
}

/** What became of one: the sale, or null for one that somebody has to settle. */
export interface SavedSale {
  readonly sale: Sale | null;
}

/** What one is called that is sent as something that happened: what was refused is never sent again as if it had not been. */
const allTheSame = (key: string) => `${key}-kept`;

/** What makeSale is asked; the same for every attempt at one sale. */
export function saleOf({ branch, cart, payments, beneficiaryId, occurredAt }: EnteredSale) {
  return { branch, lines: linesOf(cart), payments, beneficiaryId, occurredAt };
}

/**
 * Sends one: first as any other sale, under its own key; refused and its buyer gone, as what happened. A person whom the service
 * does not know by then is a reason like any other.
 */
export function sendSaleOf(
  client: Pick<GraphqlClient, 'ask'>,
  tokens: Pick<Tokens, 'users'>,
): SendPending<PendingSale, SavedSale> {
  const through = { client, tokens };
  return (row): Promise<Outcome<SavedSale>> => {
    const { key, input, refusals, inHand } = row;
    if (!refusals) {
      const speaks = (error: AnswerError) => speaksOfIt(error) || error.code === 'NOT_YET_KNOWN';
      const asked = { input: saleOf(input) as never };
      return askPending(through, row, SELL, asked, key, ({ makeSale }) => makeSale && { sale: makeSale }, speaks);
    }
    if (inHand) throw new Error('its form is still open');
    const lines = linesOf(input.cart).map((line, index) => ({ ...line, unitCents: input.cart[index]?.cents ?? 0 }));
    const asked = { input: { ...saleOf(input), lines } as never };
    return askPending(through, row, BRING_IN, asked, allTheSame(key), ({ bringInSale }) =>
      bringInSale ? { sale: null } : null,
    );
  };
}

/** Answers that a sale makes old. */
export const TOUCHED: readonly QueryKey[] = [
  ...TOUCHED_BY_SALES,
  keyOf(ARTICLES),
  ['read', 'Devices'],
  ['read', 'Entitlement'],
  ['read', 'SaleExceptions'],
  ['read', 'SaleExceptionsOpen'],
  ['till', 'knowledge'],
];

/** Sales wait on this device; a refused one goes on as what happened, and money is never forgotten. */
export const SALES: PendingKind<PendingSale, SavedSale> = {
  name: 'sales',
  store: pendingStore('sales'),
  sendOf: sendSaleOf,
  touches: TOUCHED,
  insists: true,
};
