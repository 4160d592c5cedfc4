import { describe, expect, it } from '@jest/globals';
import { identityOf, seesNetwork } from './claims.js';

function token(claims: object): string {
  return `x.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.y`;
}

describe('who is signed in', () => {
  it('is read from the access token, accents included', () => {
    const claims = { sub: 's', role: 'HELPER', branches: ['BX'], name: 'Zoé Lefèvre' };
    expect(identityOf(token(claims))).toEqual({ subject: 's', role: 'HELPER', branches: ['BX'], name: 'Zoé Lefèvre' });
  });
  it('is nobody when the role is unknown or the token is not a token', () => {
    expect(identityOf(token({ sub: 's', role: 'KING', branches: [] }))).toBeUndefined();
    expect(identityOf('opaque')).toBeUndefined();
  });
  it('sees the network with a star alone', () => {
    expect(seesNetwork({ subject: 's', role: 'AUDITOR', name: '', branches: ['*'] })).toBe(true);
    expect(seesNetwork({ subject: 's', role: 'HELPER', name: '', branches: ['BX'] })).toBe(false);
  });
});
