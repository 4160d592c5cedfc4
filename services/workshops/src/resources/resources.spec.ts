import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Persona, personas, startForTest, type TestService } from '#testing';
import { answerOf, givenIn, idOf } from '../../test/given.js';
import { WorkshopsModule } from '../workshops.module.js';

const NOW = '2026-11-26T08:00:00.000Z';
let workshops: TestService;
let given: ReturnType<typeof givenIn>;
beforeAll(async () => {
  workshops = await startForTest(WorkshopsModule, { now: NOW });
  given = givenIn(workshops);
  await given.branch();
});
afterAll(() => workshops.stop());

const manager = () => workshops.as(personas.managerOfBordeaux);
const helper = () => workshops.as(personas.helperOfBordeaux);
const PDF = Buffer.from('%PDF-1.4 exercice');
const described = { level: 'BEGINNER', themes: ['EMAIL'], minutes: 30 };

const added = async (title: string, more: Record<string, unknown> = {}) =>
  idOf(
    await manager().command('addResource', { ...described, title, url: 'https://exemple.fr/1', ...more }),
    'addResource',
  );
async function sent(name: string, bytes: Buffer, who: Persona = personas.managerOfBordeaux) {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)]), name);
  const request = new Response(form);
  const type = request.headers.get('content-type') ?? '';
  const body = Buffer.from(await request.arrayBuffer());
  return workshops.as(who).post<{ fileId?: string; errors?: { message: string }[] }>('/files/resources', body, type);
}
const found = async (filter: Record<string, unknown>) => {
  const reply = await helper().query('query ($f: ResourceFilter) { resources(filter: $f) { items { title } } }', {
    f: filter,
  });
  return answerOf<{ items: { title: string }[] }>(reply, 'resources').items.map(({ title }) => title);
};
const kitOf = async (sessionId: string) => {
  const reply = await helper().query('query ($id: UUID!) { session(id: $id) { kit { number resource { title } } } }', {
    id: sessionId,
  });
  return answerOf<{ kit: { number: number; resource: { title: string } }[] }>(reply, 'session').kit;
};

it('finds what is written with accents by whoever types none, by the beginning of a word, its plural, theme, level, language, length and review', async () => {
  await added('Repérer un courriel frauduleux', {
    summary: 'L’hameçonnage expliqué aux aînés',
    reviewOn: '2026-11-26',
  });
  await added('Mots de passe', {
    level: 'ADVANCED',
    language: 'ar',
    minutes: 90,
    themes: ['DIGITAL_SAFETY'],
    reviewOn: '2026-11-27',
  });
  const [fraud, words] = ['Repérer un courriel frauduleux', 'Mots de passe'];
  for (const text of ['hameconnage', 'HAMEÇONNAGE', 'ainé', 'courriels', 'repe', 'l’hameconnage aines'])
    expect([text, await found({ text })]).toEqual([text, [fraud]]);
  expect(await found({ text: 'tracteur' })).toEqual([]);
  expect(await found({ text: "' & !(" })).toHaveLength(2);
  for (const filter of [{ level: 'ADVANCED' }, { language: 'AR' }, { theme: 'DIGITAL_SAFETY' }])
    expect(await found(filter)).toEqual([words]);
  expect(await found({ maxMinutes: 60 })).toEqual([fraud]);
  expect(await found({ dueForReview: true })).toEqual([fraud]);
});

it('keeps for a session that was held the version it used, and shows the newest to one still to come', async () => {
  const [held, toCome] = [
    await given.session(),
    await given.session({ startsAt: '2027-01-05T09:00:00Z', endsAt: '2027-01-05T11:00:00Z' }),
  ];
  const resourceId = await added('Écrire un courriel');
  for (const sessionId of [held, toCome]) {
    const workshop = await helper().query('query ($id: UUID!) { session(id: $id) { workshop { id } } }', {
      id: sessionId,
    });
    const { id } = answerOf<{ workshop: { id: string } }>(workshop, 'session').workshop;
    await manager().command('chooseKit', { workshopId: id, resourceIds: [resourceId] });
  }
  workshops.clock.set('2026-12-01T12:00:00Z');
  await manager().command('addResourceVersion', { resourceId, url: 'https://exemple.fr/2', note: 'Captures refaites' });
  // Added after it had begun: not what was on the tables.
  expect(await kitOf(held)).toEqual([{ number: 1, resource: { title: 'Écrire un courriel' } }]);
  await helper().command('closeSession', { sessionId: held });
  expect((await workshops.published()).at(-1)?.data).toMatchObject({ sessionId: held, resources: 1 });
  await manager().command('retireResource', { resourceId: await added('Autre') });
  await manager().command('reopenSession', { sessionId: held, reason: 'Erreur de pointage' });
  await manager().command('retireResource', { resourceId });
  await helper().command('closeSession', { sessionId: held });
  expect(await kitOf(held)).toEqual([{ number: 1, resource: { title: 'Écrire un courriel' } }]);
  expect(await kitOf(toCome)).toEqual([]);
  const usage = await helper().query(
    'query ($id: UUID!) { resource(id: $id) { usage { sessions lastUsedOn kits } versions { number note } } }',
    { id: resourceId },
  );
  expect(usage.data?.['resource']).toEqual({
    usage: { sessions: 1, lastUsedOn: '2026-12-01', kits: 0 },
    versions: [
      { number: 2, note: 'Captures refaites' },
      { number: 1, note: null },
    ],
  });
});

it('takes a file by what it is, gives it back whole, once, and to the branch alone', async () => {
  const { fileId } = await sent('Fiche.PDF', PDF);
  const reply = await manager().command(
    'addResource',
    { ...described, title: 'Fiche', fileId },
    'id versions { id fileName bytes }',
  );
  const { versions } = answerOf<{ versions: { id: string }[] }>(reply, 'addResource');
  expect(versions).toMatchObject([{ fileName: 'Fiche.pdf', bytes: PDF.length }]);
  const file = (who: Persona) =>
    workshops
      .as(who)
      .query('query ($id: UUID!) { resourceFile(versionId: $id) { mediaType base64 } }', { id: versions[0]?.id });
  const whole = { mediaType: 'application/pdf', base64: PDF.toString('base64') };
  expect((await file(personas.helperOfBordeaux)).data?.['resourceFile']).toEqual(whole);
  expect(await file(personas.managerOfLille)).toBeRefused('NOT_FOUND', 'versionId');
  const again = await manager().command('addResource', { ...described, title: 'Fiche', fileId });
  expect(again).toBeRefused('RESOURCE_FILE_GONE', 'input.fileId');
});

it('refuses a file of another kind than its name says, one too large, a helper’s, a stranger’s, and none', async () => {
  expect((await sent('virus.pdf', Buffer.from('MZ…'))).errors?.[0]?.message).toBe('RESOURCE_FILE_TYPE');
  expect((await sent('page.html', Buffer.from('<script>'))).errors?.[0]?.message).toBe('RESOURCE_FILE_TYPE');
  const large = Buffer.concat([PDF, Buffer.alloc(5 * 1024 * 1024)]);
  expect((await sent('grand.pdf', large)).errors?.[0]?.message).toBe('RESOURCE_FILE_TOO_LARGE');
  expect((await sent('fiche.pdf', PDF, personas.helperOfBordeaux)).errors?.[0]?.message).toBe('FORBIDDEN');
  const { fileId } = await sent('fiche.pdf', PDF, personas.managerOfLille);
  const stolen = await manager().command('addResource', { ...described, title: 'Fiche', fileId });
  expect(stolen).toBeRefused('RESOURCE_FILE_GONE', 'input.fileId');
  expect(await manager().command('addResource', { ...described, title: 'Rien' })).toBeRefused(
    'RESOURCE_SOURCE',
    'input.url',
  );
});
