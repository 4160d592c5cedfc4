import { expect, it } from '@jest/globals';
import { isFree, layOutWeek } from './lay-out-week.js';

const ZONE = 'Europe/Paris';
const held = (startsAt: string, endsAt: string) => ({ startsAt: `${startsAt}:00.000Z`, endsAt: `${endsAt}:00.000Z` });
const lanes = (sessions: readonly ReturnType<typeof held>[]) =>
  layOutWeek(sessions, '2026-11-30', ZONE).days[0]?.placed.map(({ lane, lanes: of }) => [lane, of]);

it('places a session on its day and hour by the clock of the branch, wherever the reader sits', () => {
  const late = held('2026-12-01T23:30', '2026-12-02T00:30');
  const { days, hours } = layOutWeek([held('2026-11-30T08:30', '2026-11-30T10:00'), late], '2026-11-30', ZONE);
  expect(days.map(({ day }) => day).slice(0, 2)).toEqual(['2026-11-30', '2026-12-01']);
  expect(days[0]?.placed).toMatchObject([{ begins: 570, minutes: 90, lane: 0, lanes: 1 }]);
  expect(days[1]?.placed).toEqual([]);
  expect(days[2]?.placed).toMatchObject([{ begins: 30, minutes: 60 }]);
  expect(hours[0]).toBe(0);
  expect(hours.at(-1)).toBe(17);
});

it('shows the hours of an ordinary day though nothing happens, and draws past midnight to the foot of the day', () => {
  expect(layOutWeek([], '2026-11-30', ZONE).hours).toEqual([9, 10, 11, 12, 13, 14, 15, 16, 17]);
  const { days, hours } = layOutWeek([held('2026-11-30T21:00', '2026-11-30T23:30')], '2026-11-30', ZONE);
  expect(days[0]?.placed).toMatchObject([{ begins: 1320, minutes: 120 }]);
  expect(hours.at(-1)).toBe(23);
});

it('puts what happens at once side by side, and gives the whole width again to what follows', () => {
  const nine = held('2026-11-30T08:00', '2026-11-30T10:00');
  const ten = held('2026-11-30T09:00', '2026-11-30T10:00');
  const eleven = held('2026-11-30T10:00', '2026-11-30T11:00');
  expect(lanes([eleven, ten, nine])).toEqual([
    [0, 2],
    [1, 2],
    [0, 1],
  ]);
});

it('gives a session of a few minutes the height of a finger, and draws the next beside it', () => {
  const short = held('2026-11-30T09:00', '2026-11-30T09:10');
  const next = held('2026-11-30T09:15', '2026-11-30T10:00');
  expect(lanes([short, next])).toEqual([
    [0, 2],
    [1, 2],
  ]);
  expect(lanes([short, held('2026-11-30T09:30', '2026-11-30T10:00')])).toEqual([
    [0, 1],
    [0, 1],
  ]);
});

it('calls an hour free when nothing takes any of it', () => {
  const [day] = layOutWeek([held('2026-11-30T09:00', '2026-11-30T10:30')], '2026-11-30', ZONE).days;
  expect([9, 10, 11, 12].map((hour) => isFree(day?.placed ?? [], hour))).toEqual([true, false, false, true]);
});
