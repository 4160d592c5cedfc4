import { describe, expect, it } from '@jest/globals';
import { BoundedNonces, SIGNATURE_WINDOW_MS, signRequest, verifyRequest } from './signature.js';

const secret = 'a-secret-of-the-test-only';
const timestamp = Date.UTC(2030, 2, 4, 9);
const body = '{"query":"{ branches { code } }"}';

function check(change: { header?: string | undefined; body?: string; now?: number; seen?: BoundedNonces } = {}) {
  const header = signRequest({ secret, body, timestamp, nonce: 'nonce-0001' });
  return verifyRequest({ secret, header, body, now: timestamp, seen: new BoundedNonces(), ...change });
}

describe('the signature of the gateway', () => {
  it('lets a signed request in', () => expect(check()).toBe('valid'));

  it('covers every byte of the body', () => {
    expect(check({ body: `${body} ` })).toBe('forged');
    expect(check({ body: body.replace('code', 'cody') })).toBe('forged');
  });

  it('covers the time and the nonce', () => {
    const header = signRequest({ secret, body, timestamp, nonce: 'nonce-0001' });
    expect(check({ header: header.replace(`t=${timestamp}`, `t=${timestamp + 1}`) })).toBe('forged');
    expect(check({ header: header.replace('nonce-0001', 'nonce-0002') })).toBe('forged');
  });

  it('refuses another secret', () => {
    expect(check({ header: signRequest({ secret: 'another', body, timestamp, nonce: 'nonce-0001' }) })).toBe('forged');
  });

  it('refuses a request without signature, or with half of one', () => {
    expect(check({ header: undefined })).toBe('missing');
    expect(check({ header: `t=${timestamp}` })).toBe('malformed');
    expect(check({ header: `t=${timestamp},n=nonce-0001,v1=00` })).toBe('malformed');
  });

  it('accepts thirty seconds of difference between the clocks and not a moment more', () => {
    expect(check({ now: timestamp + SIGNATURE_WINDOW_MS })).toBe('valid');
    expect(check({ now: timestamp - SIGNATURE_WINDOW_MS })).toBe('valid');
    expect(check({ now: timestamp + SIGNATURE_WINDOW_MS + 1 })).toBe('stale');
    expect(check({ now: timestamp - SIGNATURE_WINDOW_MS - 1 })).toBe('stale');
  });

  it('refuses the same request a second time, as long as its time would be accepted', () => {
    const seen = new BoundedNonces();
    expect(check({ seen, now: timestamp - SIGNATURE_WINDOW_MS })).toBe('valid');
    expect(check({ seen, now: timestamp + SIGNATURE_WINDOW_MS - 1 })).toBe('replayed');
  });

  it('forgets old nonces and refuses when it can remember no more', () => {
    const seen = new BoundedNonces(2);
    expect([seen.firstUse('a', 0), seen.firstUse('b', 1), seen.firstUse('c', 2)]).toEqual([true, true, false]);
    expect(seen.firstUse('c', 2 * SIGNATURE_WINDOW_MS)).toBe(true);
  });
});
