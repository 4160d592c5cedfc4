import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { givenGateway, type TestGateway } from '../../test/given.js';
import { TestSubgraph } from '../../test/subgraphs.js';

const workshops = new TestSubgraph('workshops', 'type Query { sessions: Int }', {});
let gateway: TestGateway;
beforeAll(async () => {
  await workshops.up();
  gateway = await givenGateway({}, [workshops]);
});
afterAll(async () => {
  await gateway.close();
  await workshops.down();
});

it('gives a calendar program the calendar of its address, without any sign-in', async () => {
  const answer = await fetch(`${gateway.address}/calendars/${'t'.repeat(66)}.ics`);
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(await answer.text()).toBe('BEGIN:VCALENDAR');
  const asked = workshops.seen.find(({ path }) => path === '/calendars');
  expect(asked).toMatchObject({ body: JSON.stringify({ token: 't'.repeat(66) }), verdict: 'valid' });
});
