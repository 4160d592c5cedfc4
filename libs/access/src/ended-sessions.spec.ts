import { expect, it } from '@jest/globals';
import { EndedSessions } from './ended-sessions.js';

const at = (second: number) => new Date(1_900_000_000_000 + second * 1_000);
const issued = (second: number, sub = 'ada') => ({ sub, iat: at(second).getTime() / 1_000 });

it('refuses what was issued before the instant, and in the very second of it, and nobody else’s', () => {
  const sessions = new EndedSessions({ now: () => at(100) });
  sessions.end('ada', new Date(at(50).getTime() + 400));
  expect([49, 50, 51].map((second) => sessions.refuses(issued(second)))).toEqual([true, true, false]);
  expect(sessions.refuses(issued(10, 'bruno'))).toBe(false);
});

it('keeps the latest instant, in whatever order it is told', () => {
  const sessions = new EndedSessions({ now: () => at(100) });
  const heard: string[] = [];
  const stop = sessions.watch((subject) => heard.push(subject));
  for (const second of [60, 40, 60, 80]) sessions.end('ada', at(second));
  expect(sessions.refuses(issued(79))).toBe(true);
  expect(heard).toEqual(['ada', 'ada']);
  stop();
  sessions.end('ada', at(90));
  expect(heard).toHaveLength(2);
});

it('forgets what no token can be older than', () => {
  let now = 0;
  const sessions = new EndedSessions({ now: () => at(now) });
  sessions.end('ada', at(0));
  now = 12 * 60;
  sessions.end('bruno', at(now));
  expect(sessions.refuses(issued(-1))).toBe(false);
  sessions.end('ada', at(0));
  expect(sessions.refuses(issued(-1))).toBe(false);
});
