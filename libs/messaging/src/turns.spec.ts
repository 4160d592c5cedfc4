import { expect, it } from '@jest/globals';
import { Turns } from './turns.js';

/** Turns that note who went, together with whom or alone. */
function noted(fails: (group: readonly string[]) => boolean = () => false, most = 10) {
  const went: string[] = [];
  const turns = new Turns<string, string>(async (works) => {
    const group = works.flat();
    if (fails(group)) throw new Error('not together');
    went.push(group.join('+'));
    return 'together';
  }, most);
  const take = (work: readonly string[], alone = async () => 'alone', ours = true) =>
    turns.take({
      work,
      ours: () => ours,
      alone: () => {
        went.push(`${work.join('+')} alone`);
        return alone();
      },
    });
  return { went, take, turns };
}

it('lets those who wait at the same time go together, and whoever waits alone go alone', async () => {
  const { went, take } = noted();
  expect(await Promise.all([take(['a']), take(['b', 'c']), take(['d'])])).toEqual(['together', 'together', 'together']);
  expect(await take(['e'])).toBe('alone');
  expect(went).toEqual(['a+b+c+d', 'e alone']);
});

it('sends each alone when together it fails, and tells each what came of it', async () => {
  const { went, take } = noted((group) => group.includes('broken'));
  const broken = () => Promise.reject(new Error('it was me'));
  const [mine, theirs] = await Promise.allSettled([take(['a']), take(['broken'], broken)]);
  expect(mine).toEqual({ status: 'fulfilled', value: 'alone' });
  expect(theirs).toMatchObject({ reason: { message: 'it was me' } });
  expect(went).toEqual(['a alone', 'broken alone']);
});

it('does not go together with what is not ours any more', async () => {
  const { went, take } = noted();
  await Promise.all([take(['a']), take(['gone'], undefined, false)]);
  expect(went).toEqual(['a alone', 'gone alone']);
});

it('makes no group larger than may be, though one alone may be', async () => {
  const { went, take, turns } = noted(undefined, 3);
  void Promise.all([take(['a', 'b']), take(['c']), take(['d', 'e', 'f', 'g']), take(['h'])]);
  await turns.idle();
  expect(went).toEqual(['a+b+c', 'd+e+f+g alone', 'h alone']);
});
