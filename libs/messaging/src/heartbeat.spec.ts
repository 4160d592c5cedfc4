import { expect, it } from '@jest/globals';
import { heartbeatOf } from './heartbeat.js';

const at = (time: string) => new Date(`2026-11-26T${time}Z`);
const announced = (oldestPending: Date | null) =>
  heartbeatOf({
    source: 'workshops',
    drainedUpTo: at('10:00:00'),
    oldestPending,
    now: at('10:00:00'),
    positions: new Map(),
  });

it('calls final only what is older than any transaction that may still be open', () => {
  expect(announced(null)).toMatchObject({
    drainedUpTo: '2026-11-26T10:00:00.000Z',
    finalUpTo: '2026-11-26T09:59:30.000Z',
  });
});

it('calls nothing final from the oldest event on that is still to be sent', () => {
  expect(announced(at('09:12:00')).finalUpTo).toBe('2026-11-26T09:12:00.000Z');
  expect(announced(at('09:59:59')).finalUpTo).toBe('2026-11-26T09:59:30.000Z');
});
