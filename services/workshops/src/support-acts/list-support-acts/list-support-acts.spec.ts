import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Persona, personas, startForTest, type TestService } from '#testing';
import { givenIn, idOf } from '../../../test/given.js';
import { WorkshopsModule } from '../../workshops.module.js';

let workshops: TestService;
beforeAll(async () => {
  workshops = await startForTest(WorkshopsModule);
  await givenIn(workshops).branch();
});
afterAll(() => workshops.stop());

/** An act as the event behind a figure leads to it. */
const byKey = (who: Persona, id: string) =>
  workshops
    .as(who)
    .query('query ($r: [_Any!]!) { _entities(representations: $r) { ... on SupportAct { id minutes } } }', {
      r: [{ __typename: 'SupportAct', id }],
    });

it('tells of an act by its key to whoever may see it, and of another branch’s nothing', async () => {
  const input = { minutes: 30, themes: ['EMAIL'] };
  const id = idOf(await workshops.as(personas.helperOfBordeaux).command('recordDropIn', input), 'recordDropIn');
  expect((await byKey(personas.helperOfBordeaux, id)).data).toEqual({ _entities: [{ id, minutes: 30 }] });
  expect((await byKey(personas.managerOfLille, id)).data).toEqual({ _entities: [null] });
  expect(await byKey(personas.apiClient, id)).toBeRefused('FORBIDDEN');
});
