import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { personas, startForTest, type TestService } from '#testing';
import { WorkshopsModule } from '../../workshops.module.js';

let workshops: TestService;
beforeAll(async () => {
  workshops = await startForTest(WorkshopsModule);
});
afterAll(() => workshops.stop());

const messaging = { title: 'Ma messagerie', level: 'BEGINNER', themes: ['EMAIL'], minutes: 120 };

it('creates a workshop of the manager’s own branch and announces it without its title', async () => {
  const reply = await workshops
    .as(personas.managerOfBordeaux)
    .command('createWorkshop', messaging, 'id title branch { code }');
  expect(reply.errors).toBeUndefined();
  expect(reply.data).toMatchObject({ createWorkshop: { title: 'Ma messagerie', branch: { code: 'BX' } } });
  const [event] = await workshops.published();
  expect(event).toMatchObject({
    type: 'workshops.workshop-created',
    branch: 'BX',
    data: { after: { level: 'BEGINNER', themes: ['EMAIL'] } },
  });
  expect(JSON.stringify(event)).not.toContain('messagerie');
});

it('refuses a workshop without a theme', async () => {
  const reply = await workshops.as(personas.managerOfBordeaux).command('createWorkshop', { ...messaging, themes: [] });
  expect(reply).toBeRefused('NO_THEME', 'input.themes');
});

it('refuses a helper, who plans no workshops', async () => {
  expect(await workshops.as(personas.helperOfBordeaux).command('createWorkshop', messaging)).toBeRefused('FORBIDDEN');
});

it('refuses a manager who names another branch', async () => {
  const reply = await workshops
    .as(personas.managerOfBordeaux)
    .command('createWorkshop', { ...messaging, branch: 'LI' });
  expect(reply).toBeRefused('FORBIDDEN', 'branch');
});

it('gives the first answer again when the same key comes twice, and refuses the key for another body', async () => {
  const client = workshops.as(personas.managerOfBordeaux);
  const headers = { 'idempotency-key': 'a-key-made-by-the-form' };
  const first = await client.command('createWorkshop', messaging, 'id', headers);
  const before = (await workshops.published()).length;
  expect(await client.command('createWorkshop', messaging, 'id', headers)).toEqual(first);
  expect(await client.command('createWorkshop', { ...messaging, minutes: 60 }, 'id', headers)).toBeRefused(
    'IDEMPOTENCY_KEY_REUSED',
  );
  expect((await workshops.published()).length).toBe(before);
});

it('names the field of a wrong enum value', async () => {
  const reply = await workshops
    .as(personas.managerOfBordeaux)
    .command('createWorkshop', { ...messaging, level: 'EXPERT' });
  expect(reply).toBeRefused('INVALID_QUERY', 'input.level');
});
