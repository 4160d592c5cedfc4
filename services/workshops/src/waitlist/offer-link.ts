import { createHmac, timingSafeEqual } from 'node:crypto';
import { OFFER_FORGED } from './waitlist.refusals.js';

/** What a link carries: the offer's id and a signature over it. It says nothing of the person, and each offer has its own. */
export function signOffer(offerId: string, key: Buffer): string {
  const id = Buffer.from(offerId.replaceAll('-', ''), 'hex');
  return `${id.toString('base64url')}.${signatureOf(id, key).toString('base64url')}`;
}

/** The offer that a link names. Refuses `OFFER_FORGED`. */
export function offerOf(token: string, key: Buffer): string {
  const [, head = '', tail = ''] = /^([\w-]{22})\.([\w-]{43})$/.exec(token) ?? [];
  const id = Buffer.from(head, 'base64url');
  const signature = Buffer.from(tail, 'base64url');
  const right = signatureOf(id, key);
  if (signature.length !== right.length || !timingSafeEqual(signature, right)) throw OFFER_FORGED({}, 'token');
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function signatureOf(id: Buffer, key: Buffer): Buffer {
  return createHmac('sha256', key).update(id).digest();
}
