import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sensitiveIn } from './sensitive-text.js';

const SEED = 20_261_127;
const many = <T>(what: fc.Arbitrary<T>): T[] => fc.sample(what, { numRuns: 1_000, seed: SEED });
const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''));
const padded = (value: number, length: number) => String(value).padStart(length, '0');

/** A number as INSEE gives it: with or without key, with or without spaces, Corsica among the departments. */
const nir = fc
  .record({
    sex: fc.constantFrom('1', '2'),
    year: fc.integer({ min: 0, max: 99 }),
    month: fc.integer({ min: 1, max: 12 }),
    department: fc.oneof(
      fc.integer({ min: 1, max: 95 }).map((code) => padded(code, 2)),
      fc.constantFrom('2A', '2B', '99'),
    ),
    commune: fc.integer({ min: 1, max: 990 }),
    order: fc.integer({ min: 1, max: 999 }),
    keyed: fc.boolean(),
    spaced: fc.boolean(),
  })
  .map(({ sex, year, month, department, commune, order, keyed, spaced }) => {
    const parts = [sex, padded(year, 2), padded(month, 2), department, padded(commune, 3), padded(order, 3)];
    const number = Number(parts.join('').replace('2A', '19').replace('2B', '18'));
    if (keyed) parts.push(padded(97 - (number % 97), 2));
    return parts.join(spaced ? ' ' : '');
  });

/** A French account with its two check digits. */
const iban = digits(23).map((account) => {
  const check = 98n - (BigInt(`${account}152700`) % 97n);
  return `FR${padded(Number(check), 2)}${account}`.replace(/(.{4})/g, '$1 ').trim();
});

describe('a text', () => {
  it('with a number of social security is found out, whichever way it is written', () => {
    const missed = many(nir).filter((number) => sensitiveIn(`rappeler, sécu ${number}, merci`) !== 'NIR');
    expect(missed).toEqual([]);
  });

  it('with a bank account is found out', () => {
    expect(many(iban).filter((account) => sensitiveIn(`RIB ${account} à garder`) !== 'IBAN')).toEqual([]);
  });

  it.each(['4111 1111 1111 1111', '4242424242424242', '5555-5555-5555-4444', '378282246310005'])(
    'with the card %s is found out, and with another last digit let through',
    (card) => {
      expect(sensitiveIn(`carte ${card}`)).toBe('CARD');
      expect(sensitiveIn(card.replace(/.$/, (last) => String((Number(last) + 1) % 10)))).toBeUndefined();
    },
  );

  it.each([
    'mot de passe : Soleil33',
    'MDP=1234',
    'son mot de passe est Azerty',
    'password: hunter2',
    'code PIN : 0000',
  ])('with « %s » is found out', (text) => expect(sensitiveIn(text)).toBe('PASSWORD'));

  it.each([
    'mot de passe oublié, à refaire ensemble',
    'a choisi un mot de passe seule',
    'née en 1956, habite le 33000',
    'atelier « créer un mot de passe »',
  ])('« %s » is let through', (text) => expect(sensitiveIn(text)).toBeUndefined());

  it('with a phone, a SIRET, an IMEI, a serial or a tag is let through, all but one in a thousand', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789'),
      minLength: 7,
      maxLength: 12,
    });
    const harmless = fc.oneof(
      digits(8).map((rest) => `06${rest}`),
      digits(8).map((rest) => `+336${rest}`),
      digits(8).map((rest) => `06${rest}`.replace(/(..)/g, '$1 ').trim()),
      digits(14),
      digits(13).map((rest) => `35${rest}`),
      letters,
      digits(4).map((rest) => `BXPC26-${rest}`),
    );
    const alarms = fc
      .sample(harmless, { numRuns: 10_000, seed: SEED })
      .filter((text) => sensitiveIn(text) !== undefined);
    expect(alarms.length).toBeLessThanOrEqual(10);
  });
});
