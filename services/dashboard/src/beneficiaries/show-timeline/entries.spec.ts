import { expect, it } from '@jest/globals';
import { entriesOf } from './entries.js';
import type { TimelineShown } from './timeline-query.js';

const person = {
  ...{ id: 'p', givenName: null, familyName: null, enrolledOn: '2026-03-02', voided: false },
  prescriptions: [
    {
      ...{ id: 'q', receivedOn: '2026-03-02' },
      steps: [
        { milestone: 'ANSWERED', day: '2026-03-02' },
        { milestone: 'DONE', day: '2026-03-09' },
      ],
    },
  ],
  assessments: [
    { id: 'exit', moment: 'EXIT', outcome: 'ANSWERED', occurredOn: '2026-03-09', voidedAt: null, result: null },
    { id: 'entry', moment: 'ENTRY', outcome: 'ANSWERED', occurredOn: '2026-03-02', voidedAt: null, result: null },
  ],
  supportJourneys: [
    { id: 'way', openedOn: '2026-03-02', endedOn: '2026-03-09', exitReason: 'MOVED_AWAY', outcomes: [] },
  ],
  redirections: [
    { id: 'sent', target: 'OTHER', sentOn: '2026-03-02', result: 'HELPED', resultOn: '2026-03-10', voidedAt: null },
  ],
  supportActs: [
    { id: 'drop', solution: 'DROP_IN', occurredAt: '2026-03-09T08:00:00Z', themes: [], voided: false },
    { id: 'course', solution: 'COURSE', occurredAt: '2026-03-02T09:00:00Z', themes: [], voided: false },
  ],
  enrolments: [
    {
      ...{ id: 'seat', state: 'CONFIRMED', attendance: 'SEEN' },
      session: { id: 's', title: '', startsAt: '2026-03-02T09:00:00Z' },
    },
  ],
  purchases: {
    endCursor: null,
    items: [
      { id: 'sale', receipt: 'R', occurredAt: '2026-03-09T10:00:00Z', totalCents: 1, state: 'VOIDED', lines: [] },
    ],
  },
} as unknown as TimelineShown;
const day = (instant: string) => instant.slice(0, 10);
const order = (of: TimelineShown) => entriesOf(of, day).map(({ id }) => id);

it('tells what several services know in the order in which it happened, and a session once', () => {
  expect(order(person)).toEqual([
    'q',
    'p',
    'q ANSWERED',
    'way',
    'entry',
    'seat',
    'sent',
    'drop',
    'sale',
    'exit',
    'q DONE',
    'way end',
    'sent result',
  ]);
  expect(
    entriesOf(person, day)
      .filter(({ off }) => off)
      .map(({ id }) => id),
  ).toEqual(['sale']);
});

it('leaves out what did not arrive, and keeps the rest in its order', () => {
  const away = { ...person, supportActs: null, enrolments: null } as unknown as TimelineShown;
  expect(order(away)).toEqual([
    'q',
    'p',
    'q ANSWERED',
    'way',
    'entry',
    'sent',
    'sale',
    'exit',
    'q DONE',
    'way end',
    'sent result',
  ]);
});
