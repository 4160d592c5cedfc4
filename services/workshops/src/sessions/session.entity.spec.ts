import { expect, it } from '@jest/globals';
import { Refusal } from '#errors';
import { Workshop } from '../workshops/workshop.entity.js';
import { Session } from './session.entity.js';
import type { SessionPlan } from './session-plan.js';

const NOW = new Date('2026-11-26T08:00:00Z');
const PLACE = '00000000-0000-4000-8000-0000000000aa';
const { workshop } = Workshop.create(
  '00000000-0000-4000-8000-000000000001',
  'BX',
  { title: 'Ma messagerie', level: 'BEGINNER', themes: ['EMAIL'], minutes: 120 },
  NOW,
);
const plan = (changes: Partial<SessionPlan> = {}): SessionPlan => ({
  placeId: PLACE,
  startsAt: new Date('2026-12-01T09:00:00Z'),
  endsAt: new Date('2026-12-01T11:00:00Z'),
  seats: 8,
  ...changes,
});
const schedule = (changes: Partial<SessionPlan> = {}, zone = 'Europe/Paris') =>
  Session.schedule('00000000-0000-4000-8000-000000000002', workshop, plan(changes), zone, NOW);
const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return `${error.code} ${error.field ?? ''}`.trim();
    throw error;
  }
  return 'allowed';
};

it('opens enrolment on a future date and announces the seats offered', () => {
  const { session, events } = schedule();
  expect(session).toMatchObject({ state: 'SCHEDULED', seatsTaken: 0, occurredOn: '2026-12-01', minutes: 120 });
  expect(events.map((event) => event.definition.name)).toEqual(['workshops.session-scheduled']);
});

it.each([
  ['a start that is past', { startsAt: NOW }, 'SESSION_IN_PAST input.startsAt'],
  ['an end before the start', { endsAt: new Date('2026-12-01T08:59:00Z') }, 'END_BEFORE_START input.endsAt'],
  ['an end at the start', { endsAt: new Date('2026-12-01T09:00:00Z') }, 'END_BEFORE_START input.endsAt'],
  ['more than eight hours', { endsAt: new Date('2026-12-01T17:01:00Z') }, 'END_BEFORE_START input.endsAt'],
  ['no seat', { seats: 0 }, 'SEATS_OUT_OF_RANGE input.seats'],
  ['half a seat', { seats: 1.5 }, 'SEATS_OUT_OF_RANGE input.seats'],
  ['501 seats', { seats: 501 }, 'SEATS_OUT_OF_RANGE input.seats'],
] as const)('refuses %s', (_what, changes, code) => {
  expect(codeOf(() => schedule(changes))).toBe(code);
});

it('belongs to the day of its branch, not to the day in London', () => {
  const late = { startsAt: new Date('2026-12-01T23:30:00Z'), endsAt: new Date('2026-12-02T01:00:00Z') };
  expect(schedule(late).session.occurredOn).toBe('2026-12-02');
  expect(schedule(late, 'America/Martinique').session.occurredOn).toBe('2026-12-01');
});

it('counts the doubled hour of October once', () => {
  const { session } = Session.schedule(
    '00000000-0000-4000-8000-000000000003',
    workshop,
    plan({ startsAt: new Date('2027-10-31T00:30:00Z'), endsAt: new Date('2027-10-31T02:30:00Z') }),
    'Europe/Paris',
    NOW,
  );
  expect(session.minutes).toBe(120);
});

it('is recorded after the fact by a command of its own, and only once it is over', () => {
  const record = (endsAt: Date) =>
    Session.record(
      '00000000-0000-4000-8000-000000000004',
      workshop,
      plan({ startsAt: new Date(endsAt.getTime() - 3_600_000), endsAt }),
      'Europe/Paris',
      NOW,
    );
  expect(record(new Date('2026-11-25T10:00:00Z')).session.afterTheFact).toBe(true);
  expect(codeOf(() => record(new Date('2026-11-26T08:01:00Z')))).toBe('SESSION_IN_FUTURE input.endsAt');
});

it('moves with its old and new plan in one event, so that figures can follow', () => {
  const { session } = schedule();
  const [event] = session.change(
    plan({ seats: 10, startsAt: new Date('2026-12-02T09:00:00Z'), endsAt: new Date('2026-12-02T11:00:00Z') }),
    NOW,
  );
  expect(event?.data).toMatchObject({
    before: { seats: 8, occurredOn: '2026-12-01' },
    after: { seats: 10, occurredOn: '2026-12-02' },
  });
});

it('never offers fewer seats than are taken', () => {
  const { session } = schedule();
  session.seatsTaken = 5;
  expect(codeOf(() => session.change(plan({ seats: 4 }), NOW))).toBe('SEATS_BELOW_ENROLLED input.seats');
  expect(codeOf(() => session.change(plan({ seats: 5 }), NOW))).toBe('allowed');
});

it('stays where and when it is once it has begun, though seats may be added', () => {
  const { session } = schedule();
  const during = new Date('2026-12-01T10:00:00Z');
  expect(
    codeOf(() =>
      session.change(
        plan({ startsAt: new Date('2026-12-03T09:00:00Z'), endsAt: new Date('2026-12-03T10:00:00Z') }),
        during,
      ),
    ),
  ).toBe('SESSION_STARTED input.startsAt');
  expect(codeOf(() => session.change(plan({ seats: 9 }), during))).toBe('allowed');
});

it('is cancelled with a reason that no event carries, and then nothing more happens to it', () => {
  const { session } = schedule();
  expect(codeOf(() => session.cancel('  ', NOW))).toBe('REASON_REQUIRED input.reason');
  const [event] = session.cancel('Salle inondée', NOW);
  expect(JSON.stringify(event)).not.toContain('inondée');
  expect(codeOf(() => session.close(held(0, 0), new Date('2026-12-01T12:00:00Z')))).toBe('SESSION_CANCELLED');
  expect(codeOf(() => session.cancel('Encore une fois', NOW))).toBe('SESSION_CANCELLED');
});

const held = (seen: number, resources: number) => ({ seen, resources, noShows: 0, firstSessions: [] });

it('is closed once, and reopened only when closed', () => {
  const { session } = schedule();
  const after = new Date('2026-12-01T12:00:00Z');
  expect(codeOf(() => session.reopen(held(0, 0), after))).toBe('SESSION_NOT_CLOSED');
  session.close(held(6, 2), after);
  expect(codeOf(() => session.close(held(6, 2), after))).toBe('SESSION_CLOSED');
  expect(session.reopen(held(6, 2), after)[0]?.data).toMatchObject({ seen: 6, resources: 2 });
});
