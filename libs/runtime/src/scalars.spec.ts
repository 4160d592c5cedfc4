import { expect, it } from '@jest/globals';
import { DateTime, LocalDateScalar } from './scalars.js';

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
