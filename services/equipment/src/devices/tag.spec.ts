import { describe, expect, it } from '@jest/globals';
import { readTag } from './tag.js';

describe('a tag', () => {
  it.each([
    ['as printed', 'BXPC26-0322'],
    ['in lower case with spaces around', '  bxpc26-0322 '],
    ['without its dash', 'BXPC260322'],
    ['with a typographic dash', 'BXPC26–0322'],
    ['scanned with American keys on a French keyboard', 'BXPCé-)à"éé'],
    ['typed without shift on a French keyboard', 'bxpcé--à"éé'],
  ])('is read %s', (_how, input) => {
    expect(readTag(input)).toEqual({ text: 'BXPC26-0322', branch: 'BX', type: 'COMPUTER', year: '26', number: 322 });
  });

  it('is read when letters changed places too: Q for A, ? for M', () => {
    expect(readTag('?QTQé()ààà&')?.text).toBe('MATA25-0001');
  });

  it.each(['', 'BXPC26-032', 'BXXX26-0322', 'BXPC26-03222', 'B1PC26-0322', 'BXPC2A-0322', 'BXPC26/0322'])(
    'is not read from %p',
    (input) => {
      expect(readTag(input)).toBeUndefined();
    },
  );
});
