import { idInLink, signLink } from '#access';
import { OFFER_FORGED } from './waitlist.refusals.js';

/** What a link carries: the offer's id and a signature over it. It says nothing of the person, and each offer has its own. */
export const signOffer = signLink;

/** The offer that a link names. Refuses `OFFER_FORGED`. */
export function offerOf(token: string, key: Buffer): string {
  const id = idInLink(token, key);
  if (id === undefined) throw OFFER_FORGED({}, 'token');
  return id;
}
