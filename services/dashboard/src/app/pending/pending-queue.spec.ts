import { beforeEach, expect, it } from '@jest/globals';
import { type Pending, PendingQueue, type PendingStore, type SendPending } from './pending-queue.js';

interface Entered extends Pending {
  readonly input: { readonly minutes: number; readonly occurredAt: string };
}
interface Saved {
  readonly id: string;
  readonly at: string;
}

let kept: Entered[];
let sent: string[];
let counted: Set<string>;
let network: 'up' | 'down' | 'answer lost' | 'broken';
beforeEach(() => {
  [kept, sent, counted, network] = [[], [], new Set(), 'up'];
});
const store: PendingStore<Entered> = {
  all: async () => [...kept],
  add: async (dropIn) => void kept.push(dropIn),
  put: async (dropIn) => {
    kept = kept.map((other) => (other.key === dropIn.key ? dropIn : other));
  },
  remove: async (key) => {
    kept = kept.filter((other) => other.key !== key);
  },
};
const refusal = (code: string, kind: string) => ({ refusals: [{ code, kind, fr: 'Non.', en: 'No.' }] });
/** Like the gateway: the same key is counted once, however often it comes. */
const send: SendPending<Entered, Saved> = async ({ key, input, refusals }) => {
  if (network === 'down') throw new Error('no connection');
  sent.push(refusals ? `${key} all the same` : key);
  if (input.minutes === 0 && !refusals) return refusal('ACT_MINUTES', 'invalid');
  if (network === 'broken') return refusal('INTERNAL', 'bug');
  counted.add(key);
  if (network === 'answer lost') throw new Error('no connection');
  return { saved: { id: `act ${key}`, at: input.occurredAt } };
};
let turn = Promise.resolve<unknown>(undefined);
const alone = <R>(work: () => Promise<R>): Promise<R> => {
  const done = turn.then(work, work);
  turn = done.catch(() => undefined);
  return done;
};
const of = (subject: string, insists = false) => new PendingQueue(store, subject, send, alone, insists);
const row = (key: string, hour: string, minutes = 30) => ({
  key,
  input: { minutes, occurredAt: `2026-11-26T${hour}:00Z` },
});
const keys = (dropIns: readonly Entered[]) => dropIns.map(({ key }) => key);

it('keeps what is entered without a network, and sends it once, in order, dated when it happened', async () => {
  const mine = of('helper');
  network = 'down';
  await mine.keep(row('one', '09:10'));
  await mine.keep(row('two', '09:40'));
  expect((await mine.flush()).size).toBe(0);
  expect(keys(await mine.mine())).toEqual(['one', 'two']);
  network = 'up';
  expect([...(await mine.flush())]).toEqual([
    ['one', { saved: { id: 'act one', at: '2026-11-26T09:10:00Z' } }],
    ['two', { saved: { id: 'act two', at: '2026-11-26T09:40:00Z' } }],
  ]);
  await mine.flush();
  expect([sent, await mine.mine()]).toEqual([['one', 'two'], []]);
});

it('counts once what arrived though its answer was lost, and what two tabs send at once', async () => {
  const mine = of('helper');
  network = 'answer lost';
  await mine.keep(row('one', '09:10'));
  await mine.flush();
  expect(keys(await mine.mine())).toEqual(['one']);
  network = 'up';
  await Promise.all([mine.flush(), of('helper').flush()]);
  expect([[...counted], sent, await mine.mine()]).toEqual([['one'], ['one', 'one'], []]);
});

it('keeps one that is refused with its reason until somebody looks at it, and sends those behind it', async () => {
  const mine = of('helper');
  await mine.keep(row('wrong', '09:10', 0));
  await mine.keep(row('right', '09:40'));
  await mine.flush();
  await mine.flush();
  expect([sent, [...counted]]).toEqual([['wrong', 'right'], ['right']]);
  expect(await mine.mine()).toMatchObject([{ key: 'wrong', refusals: [{ code: 'ACT_MINUTES' }] }]);
  await mine.drop('wrong');
  expect(await mine.mine()).toEqual([]);
});

it('sends one that failed without a reason again when asked to, under the same key', async () => {
  const mine = of('helper');
  network = 'broken';
  await mine.keep(row('one', '09:10'));
  await mine.flush();
  network = 'up';
  await mine.flush();
  expect(sent).toEqual(['one']);
  await mine.tryAgain('one');
  await mine.flush();
  expect([sent, [...counted], await mine.mine()]).toEqual([['one', 'one'], ['one'], []]);
});

it('neither shows nor sends what somebody else entered on this device, and forgets it after a month', async () => {
  await of('helper').keep(row('theirs', '09:10'));
  const other = of('another');
  await other.flush();
  expect([sent, await other.mine(), keys(kept)]).toEqual([[], [], ['theirs']]);
  await other.keep(row('own', '09:40'));
  await other.forgetOthers(new Date('2026-12-26T00:00:00Z'));
  expect(keys(kept)).toEqual(['theirs', 'own']);
  await other.forgetOthers(new Date('2026-12-27T00:00:00Z'));
  expect(keys(kept)).toEqual(['own']);
});

it('sends what is refused once more as something that happened, where that counts, unless its form is still in hand', async () => {
  const mine = of('seller', true);
  await mine.keep({ ...row('in hand', '09:05', 0), inHand: true });
  await mine.keep(row('refused', '09:10', 0));
  await mine.flush();
  expect(sent).toEqual(['in hand', 'refused', 'refused all the same']);
  expect([[...counted], keys(await mine.mine())]).toEqual([['refused'], ['in hand']]);
  await mine.letGoOfForm();
  network = 'answer lost';
  await mine.flush();
  network = 'up';
  await mine.flush();
  // What was refused is never sent as if it had not been: it might be taken this time, and counted twice.
  expect(sent.slice(3)).toEqual(['in hand all the same', 'in hand all the same']);
  expect([[...counted], await mine.mine()]).toEqual([['refused', 'in hand'], []]);
});

it('leaves one that failed without a reason as it is: it may have been saved', async () => {
  const mine = of('seller', true);
  network = 'broken';
  await mine.keep(row('one', '09:10'));
  await mine.flush();
  await mine.flush();
  expect([sent, await mine.others(), await of('another').others()]).toEqual([['one'], 0, 1]);
});
