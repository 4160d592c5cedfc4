import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { BeneficiaryVoided, SituationChanged } from '#events';
import { type Listener, startListener } from './listener-for-test.js';
import { FencedError, isPassing, PoisonError } from './slice.js';
import type { RawRecord } from './wire.js';

let listener: Listener;
beforeAll(async () => {
  listener = await startListener();
});
afterAll(() => listener.service.stop());

const partition = () => listener.partition();
const apply: Listener['apply'] = (...slice) => listener.apply(...slice);
const heard: Listener['heard'] = (records) => listener.heard(records);
const aside: Listener['aside'] = (topic) => listener.aside(topic);

it('turns away a consumer whose partition somebody else has moved on, and applies nothing of its slice', async () => {
  const { add, ready } = partition();
  await ready();
  const slice = [add('BX', 1), add('LI', 1)];
  await apply(slice);
  const zombie = [{ ...slice[1], value: slice[1]?.value ?? '' } as RawRecord, add('LY', 1)];
  await expect(apply(zombie)).rejects.toThrow(FencedError);
  expect(await heard([...slice, ...zombie])).toEqual(['BX', 'LI']);
  expect(await ready()).toMatchObject({ next: 2 });
});

it('applies an event once when it was sent twice', async () => {
  const { add, ready } = partition();
  await ready();
  const first = add('BX', 1);
  const again = { ...first, offset: add('BX', 1).offset };
  await apply([first]);
  await apply([again]);
  expect(await heard([first])).toEqual(['BX']);
});

it('sets a broken event aside with its key, lets later ones of that key wait, and goes on with the others', async () => {
  const { add, ready, topic } = partition();
  await ready();
  const slice = [add('RO', 1, { value: '{"branch":"RO"}' }), add('BE', 1), add('RO', 2)];
  await apply(slice);
  expect(await heard(slice)).toEqual(['BE']);
  expect(await aside(topic)).toEqual([
    { key: 'RO', reason: 'INVALID' },
    { key: 'RO', reason: 'BEHIND_PARKED' },
  ]);
});

it('names the event whose handler fails for good; told so, it sets that one aside and applies the rest', async () => {
  const { add, ready, topic } = partition();
  await ready();
  const slice = [add('PA', 1), add('ZZ', 1), add('SD', 1)];
  const failure = await apply(slice).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(PoisonError);
  expect(await heard(slice)).toEqual([]);
  const { eventId, reason } = failure as PoisonError;
  await apply(slice, new Map([[eventId, { reason, detail: 'seen three times' }]]));
  expect(await heard(slice)).toEqual(['PA', 'SD']);
  expect(await aside(topic)).toEqual([{ key: 'ZZ', reason: 'HANDLER_FAILED' }]);
});

it('does not apply what comes before its time: a version is missing in between', async () => {
  const { add, ready } = partition();
  await ready();
  await expect(apply([add('CR', 1), add('CR', 3)])).rejects.toMatchObject({ reason: 'GAP' });
});

it('skips a type it does not handle, and keeps count of its place in the aggregate', async () => {
  const { add, ready } = partition();
  await ready();
  const unheard = add('ST', 1);
  const skipped = {
    ...unheard,
    headers: { ...unheard.headers, ce_type: SituationChanged.name },
    value: 'no JSON at all',
  };
  const slice = [skipped, add('ST', 2)];
  await apply(slice);
  expect(await heard(slice)).toEqual(['ST']);
});

it('parks a handled type in a version to come', async () => {
  const { add, ready, topic } = partition();
  await ready();
  const later = add('NA', 1);
  await apply([{ ...later, headers: { ...later.headers, schemaversion: '9' } }]);
  expect(await aside(topic)).toEqual([{ key: 'NA', reason: 'UNKNOWN_VERSION' }]);
});

it('applies what several partitions bring, each behind its own fence, or nothing of any of them', async () => {
  const [one, other] = [partition(), partition()];
  await Promise.all([one.ready(), other.ready()]);
  const slices = [[one.add('BX', 1), one.add('LI', 1)], [other.add('BX', 1)]];
  await listener.applyAll(slices);
  expect(await heard(slices.flat())).toEqual(['BX', 'LI', 'BX']);
  const next = [[one.add('BX', 2)], slices[1] ?? []];
  await expect(listener.applyAll(next)).rejects.toThrow(FencedError);
  expect(await heard(next[0] ?? [])).toEqual([]);
  expect(await one.ready()).toMatchObject({ next: 2 });
  expect(await other.ready()).toMatchObject({ next: 1 });
});

it('tells a passing fault from a broken event', () => {
  expect(isPassing(Object.assign(new Error('terminating connection'), { code: '57P01' }))).toBe(true);
  expect(isPassing(Object.assign(new Error('deadlock'), { driverError: { code: '40P01' } }))).toBe(true);
  expect(isPassing(new Error('Connection terminated unexpectedly'))).toBe(true);
  expect(isPassing(Object.assign(new Error('duplicate key'), { driverError: { code: '23505' } }))).toBe(false);
  expect(isPassing(new Error(BeneficiaryVoided.name))).toBe(false);
});
