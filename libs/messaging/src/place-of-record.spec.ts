import { expect, it } from '@jest/globals';
import { prove } from './place-of-record.js';

const place = { next: 24, lastEvent: 'the-last-event', epoch: 0 };
const record = (offset: number, id: string) => ({
  topic: 'workshops.support-acts',
  partition: 5,
  offset,
  key: null,
  headers: { ce_id: id },
  value: null,
});

it('knows a topic by the event that stands right before the place of record', () => {
  expect(prove(place, record(23, 'the-last-event'))).toBe('same');
  expect(prove(place, record(23, 'some-other-event'))).toBe('another');
});

it('does not take a topic for another one because of a record that lies elsewhere', () => {
  expect(prove(place, record(24, 'the-next-event'))).toBe('elsewhere');
  expect(prove(place, record(17, 'an-earlier-event'))).toBe('elsewhere');
});
