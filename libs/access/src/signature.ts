import { createHmac, timingSafeEqual } from 'node:crypto';

/** The header that carries the gateway's signature to a service. */
export const SIGNATURE_HEADER = 'x-passerelle-signature';

/** How far the two clocks may be apart, in milliseconds. */
export const SIGNATURE_WINDOW_MS = 30_000;

/** What came of checking a signature; only `valid` lets the request in, the rest is for the log. */
export type SignatureVerdict = 'valid' | 'missing' | 'malformed' | 'stale' | 'forged' | 'replayed';

/** What is signed: the very bytes of the body, when, and a nonce used once. */
export interface SignedRequest {
  readonly secret: string;
  readonly body: string | Uint8Array;
  /** Milliseconds since 1970. */
  readonly timestamp: number;
  /** 8 to 64 characters of `A-Z a-z 0-9 _ -`, never used before. */
  readonly nonce: string;
}

/** Remembers nonces as long as their timestamp would still be accepted. */
export interface NonceStore {
  /** True the first time; false for a nonce already seen, or when nothing more can be remembered. */
  firstUse(nonce: string, now: number): boolean;
}

/**
 * A store in memory of at most `capacity` nonces. When full it refuses rather than forgets: a replay never gets in, a
 * flood of signed requests is turned away.
 */
export class BoundedNonces implements NonceStore {
  readonly #expiries = new Map<string, number>();

  constructor(private readonly capacity = 200_000) {}

  firstUse(nonce: string, now: number): boolean {
    for (const [known, expiry] of this.#expiries) {
      if (expiry > now) break;
      this.#expiries.delete(known);
    }
    if (this.#expiries.has(nonce) || this.#expiries.size >= this.capacity) return false;
    // Twice the window: a timestamp may lie one window ahead and stay good for another one behind.
    this.#expiries.set(nonce, now + 2 * SIGNATURE_WINDOW_MS);
    return true;
  }
}

/** The value of `SIGNATURE_HEADER` for this request. A request to be sent again needs a new nonce. */
export function signRequest(request: SignedRequest): string {
  return `t=${request.timestamp},n=${request.nonce},v1=${mac(request).toString('hex')}`;
}

/**
 * Checks that the body came from the holder of the secret, within 30 s, and for the first time. The nonce is remembered
 * only once the signature is proven, so that a stranger cannot fill the store. Trap: give the bytes as received, before
 * any parser touched them.
 */
export function verifyRequest(request: {
  readonly secret: string;
  readonly header: string | undefined;
  readonly body: string | Uint8Array;
  readonly now: number;
  readonly seen: NonceStore;
}): SignatureVerdict {
  if (request.header === undefined || request.header === '') return 'missing';
  const parts = /^t=(\d{1,15}),n=([\w-]{8,64}),v1=([0-9a-f]{64})$/.exec(request.header);
  const [, time, nonce, given] = parts ?? [];
  if (time === undefined || nonce === undefined || given === undefined) return 'malformed';
  const timestamp = Number(time);
  if (Math.abs(request.now - timestamp) > SIGNATURE_WINDOW_MS) return 'stale';
  const expected = mac({ secret: request.secret, body: request.body, timestamp, nonce });
  if (!timingSafeEqual(expected, Buffer.from(given, 'hex'))) return 'forged';
  return request.seen.firstUse(nonce, request.now) ? 'valid' : 'replayed';
}

function mac({ secret, body, timestamp, nonce }: SignedRequest): Buffer {
  return createHmac('sha256', secret).update(`${timestamp}.${nonce}.`).update(body).digest();
}
