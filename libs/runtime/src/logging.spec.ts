import { expect, it } from '@jest/globals';
import { pino } from 'pino';
import { defineRefusal } from '#errors';
import { nestLogger } from './logging.js';

const SEAT_TAKEN = defineRefusal({
  code: 'SEAT_TAKEN',
  kind: 'conflict',
  fr: () => 'Cette place est prise.',
  en: () => 'This seat is taken.',
});

it('tells of a bug and not of a refusal, which whoever asked was told', () => {
  const lines: string[] = [];
  const log = nestLogger(pino({ base: null }, { write: (line: string) => void lines.push(line) }));
  log.error(SEAT_TAKEN({}));
  log.error(new TypeError('broken'), 'ExceptionsHandler');
  expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual(['TypeError: broken']);
});
