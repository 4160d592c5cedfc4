import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { type Persona, personas } from '#testing';
import { DeadLetters } from './dead-letters.js';
import { type Listener, startListener, unbearable } from './listener-for-test.js';
import { PatientSlices } from './patient-slices.js';
import { LIVE_READER } from './place-of-record.js';
import type { RawRecord } from './wire.js';

let listener: Listener;
let letters: DeadLetters;
beforeAll(async () => {
  listener = await startListener();
  const { database, clock } = listener.service;
  letters = new DeadLetters({ database, clock, applier: () => listener.applier });
});
beforeEach(() => {
  unbearable.clear();
  unbearable.add('ZZ');
});
afterAll(() => listener.service.stop());

/** As the consumer does it: three tries, then aside. */
const read = (slices: PatientSlices, records: readonly RawRecord[]) =>
  slices.apply(
    records,
    async () => undefined,
    () => true,
  );
const patient = () => {
  const { database, clock } = listener.service;
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  return new PatientSlices({ reader: LIVE_READER, database, clock, log, applier: listener.applier });
};

it('tries a key again in its order once what was wrong is mended, and repeating that changes nothing', async () => {
  const { add, ready, topic } = listener.partition();
  await ready();
  const slice = [add('ZZ', 1), add('BX', 1), add('ZZ', 2)];
  expect(await read(patient(), slice)).toBe('applied');
  expect(await listener.heard(slice)).toEqual(['BX']);
  expect(await letters.replay(topic, 'ZZ')).toMatchObject({ replayed: 0, waiting: 2, reason: 'HANDLER_FAILED' });
  unbearable.clear();
  expect(await letters.replay(topic, 'ZZ')).toMatchObject({ replayed: 2, waiting: 0, reason: null });
  expect(await letters.replay(topic, 'ZZ')).toMatchObject({ replayed: 0, waiting: 0 });
  const later = add('ZZ', 3);
  await read(patient(), [later]);
  expect(await listener.heard([...slice, later])).toEqual(['BX', 'ZZ', 'ZZ', 'ZZ']);
});

it('goes on by itself when the event that was missing comes', async () => {
  const { add, ready, topic } = listener.partition();
  await ready();
  const [first, second, third] = [add('LI', 1), add('LI', 2), add('LI', 3)];
  await read(patient(), [first, { ...third, offset: 1 }]);
  expect(await listener.aside(topic)).toEqual([{ key: 'LI', reason: 'GAP' }]);
  await read(patient(), [{ ...second, offset: 2 }]);
  expect(await listener.aside(topic)).toEqual([]);
  expect(await listener.heard([first, second, third])).toEqual(['LI', 'LI', 'LI']);
});

it('lets go of an event with a reason, and what waited behind it goes on', async () => {
  const { add, ready, topic } = listener.partition();
  await ready();
  const slice = [add('ZZ', 1), add('ZZ', 2)];
  await read(patient(), slice);
  unbearable.clear();
  expect(await letters.discard(topic, 'ZZ', 'administrator', 'Sent by mistake')).toMatchObject({ waiting: 0 });
  expect(await listener.heard(slice)).toEqual(['ZZ']);
  const kept = await listener.service.tables((tx) =>
    tx.query('SELECT discarded_by, discard_reason FROM dead_letter WHERE topic = $1', [topic]),
  );
  expect(kept).toEqual([{ discarded_by: 'administrator', discard_reason: 'Sent by mistake' }]);
});

it('never takes another event under a version already seen for a repetition', async () => {
  const { add, ready, topic } = listener.partition();
  await ready();
  await read(patient(), [add('LY', 1), add('LY', 1)]);
  expect(await listener.aside(topic)).toEqual([{ key: 'LY', reason: 'FORK' }]);
});

it('stops reading when event after event fails, instead of setting them all aside', async () => {
  const { add, ready, topic } = listener.partition();
  await ready();
  const letter = (n: number) => String.fromCharCode(65 + n);
  const codes = Array.from({ length: 40 }, (_, n) => `${letter(10 + Math.floor(n / 20))}${letter(n % 20)}`);
  for (const code of codes) unbearable.add(code);
  const slices = patient();
  expect(
    await read(
      slices,
      codes.map((code) => add(code, 1)),
    ),
  ).toBe('later');
  expect((await listener.aside(topic)).length).toBeLessThanOrEqual(20);
  expect(slices.lastError).toContain('failed within a minute');
});

it('is shown with reason, payload and trace, page after page, to an administrator alone', async () => {
  const { add, ready, topic } = listener.partition();
  await ready();
  const records = ['ZZ', 'RO', 'BE'].map((branch) => add(branch, 1, branch === 'ZZ' ? {} : { value: '{}' }));
  await read(patient(), records);
  const ask = (who: Persona, body: object) =>
    listener.service
      .as(who)
      .post<{ items: { topic: string; key: string; reason: string }[]; endCursor: string | null }>(
        '/operations/dead-letters',
        Buffer.from(JSON.stringify(body)),
        'application/json',
      );
  const seen: string[] = [];
  for (let after: string | null = null; ; ) {
    const page = await ask(personas.administrator, { do: 'list', after, first: 1 });
    seen.push(...page.items.filter((item) => item.topic === topic).map((item) => `${item.key} ${item.reason}`));
    after = page.endCursor;
    if (after === null) break;
  }
  expect(seen.sort()).toEqual(['BE INVALID', 'RO INVALID', 'ZZ HANDLER_FAILED']);
  expect(await ask(personas.helperOfBordeaux, { do: 'list' })).toMatchObject({ errors: [{ message: 'FORBIDDEN' }] });
  expect(await ask(personas.administrator, { do: 'drop' })).toMatchObject({ errors: [{ message: 'INVALID_QUERY' }] });
  expect(await ask(personas.administrator, { do: 'discard', topic, key: 'RO', reason: ' ' })).toMatchObject({
    errors: [{ message: 'REASON_REQUIRED', extensions: { field: 'reason' } }],
  });
});
