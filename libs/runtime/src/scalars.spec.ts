import { expect, it } from '@jest/globals';
import { DateTime, LocalDateScalar, Uuid } from './scalars.js';

it.each(['1900-01-01', '2024-02-29', '2999-12-31'])('reads %s, as a day and as a moment of it', (day) => {
  expect(LocalDateScalar.parseValue(day)).toBe(day);
  expect(DateTime.parseValue(`${day}T08:30:00Z`)).toEqual(new Date(`${day}T08:30:00.000Z`));
});

it.each(['0000-01-01', '0437-11-29', '1899-12-31', '3000-01-01', '2026-02-30', '26-11-29'])(
  'refuses %s, which a calendar or a database would write otherwise',
  (day) => {
    expect(() => LocalDateScalar.parseValue(day)).toThrow('LocalDate expects a calendar day');
    expect(() => DateTime.parseValue(`${day}T08:30:00Z`)).toThrow('DateTime expects an ISO 8601 instant');
  },
);

it('takes for an identifier what an event may carry, and nothing else', () => {
  const known = ['0192f0aa-5b1c-7c52-9d0e-3f6a1b7c2d01', '00000000-0000-0000-0000-000000000000'];
  expect(known.map((id) => Uuid.parseValue(id))).toEqual(known);
  // Variant and version are no random digits.
  for (const id of ['9adad9c5-7b10-469f-3e31-0d1b8256380c', '9adad9c5-7b10-069f-9e31-0d1b8256380c', 'BX'])
    expect(() => Uuid.parseValue(id)).toThrow('UUID expects a UUID in lower case');
});
