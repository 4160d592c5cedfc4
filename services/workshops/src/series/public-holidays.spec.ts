import { expect, it } from '@jest/globals';
import { publicHolidayOn } from './public-holidays.js';

const inYear = (year: number, communeCode: string | null) =>
  Array.from({ length: 366 }, (_, n) => new Date(Date.UTC(year, 0, 1 + n)).toISOString().slice(0, 10))
    .filter((day) => day.startsWith(String(year)) && publicHolidayOn(day, communeCode))
    .map((day) => day.slice(5));

it.each([
  [2026, ['01-01', '04-06', '05-01', '05-08', '05-14', '05-25', '07-14', '08-15', '11-01', '11-11', '12-25']],
  [2027, ['01-01', '03-29', '05-01', '05-06', '05-08', '05-17', '07-14', '08-15', '11-01', '11-11', '12-25']],
  [2038, ['01-01', '04-26', '05-01', '05-08', '06-03', '06-14', '07-14', '08-15', '11-01', '11-11', '12-25']],
])('knows the eleven public holidays of %i', (year, days) => {
  expect(inYear(year, '33063')).toEqual(days);
});

it.each([
  ['Strasbourg', '67482', ['04-03', '12-26']],
  ['Metz', '57463', ['04-03', '12-26']],
  ['Fort-de-France', '97209', ['05-22']],
  ['Saint-Denis de La Réunion', '97411', ['12-20']],
])('knows what %s keeps besides', (_city, communeCode, days) => {
  const everywhere = inYear(2026, null);
  expect(inYear(2026, communeCode).filter((day) => !everywhere.includes(day))).toEqual(days);
});
