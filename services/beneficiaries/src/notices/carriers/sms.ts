import type { Logger } from '@nestjs/common';

/** What a carrier says of a message it took. */
export type Taken = 'SENT' | 'DELIVERED';

/** Carries a message to a phone number. Throws `NotTaken` when it certainly did not; `reference` is the same however often it is tried. */
export type Sms = (message: { to: string; text: string; reference: string }) => Promise<Taken>;

/** The carrier has nothing of it: whether to try again is for it to say. */
export class NotTaken extends Error {
  constructor(readonly again: boolean) {
    super('not taken');
  }
}

const PATIENCE_MS = 10_000;
const SERVER_FAULT = 500;
const TOO_MANY = 429;

/** Says in the log that a message would have gone; neither its words nor the number stand there. */
export function consoleSms(log: Logger): Sms {
  return ({ to, text }) => {
    log.log(`a message of ${text.length} characters to a number of ${to.length} digits`);
    return Promise.resolve('DELIVERED');
  };
}

/** Posts `{ to, text, reference }` with a bearer token to a carrier, who answers 2xx with `{ "state": "SENT" | "DELIVERED" }`. */
export function httpSms({ url, token }: { url: string; token: string }): Sms {
  return async (message) => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        // A carrier that knows this header drops what comes twice.
        'idempotency-key': message.reference,
      },
      body: JSON.stringify(message),
      signal: AbortSignal.timeout(PATIENCE_MS),
    }).catch((error: unknown) => {
      throw wasNotReached(error) ? new NotTaken(true) : error;
    });
    if (answer.status === TOO_MANY) throw new NotTaken(true);
    // A carrier that stumbles may have sent it before it fell.
    if (answer.status >= SERVER_FAULT) throw new Error('the carrier failed');
    if (!answer.ok) throw new NotTaken(false);
    const said = (await answer.json().catch(() => ({}))) as { state?: unknown };
    return said.state === 'DELIVERED' ? 'DELIVERED' : 'SENT';
  };
}

function wasNotReached(error: unknown): boolean {
  const { cause } = error as { cause?: { code?: unknown } };
  return cause?.code === 'ECONNREFUSED' || cause?.code === 'ENOTFOUND';
}
