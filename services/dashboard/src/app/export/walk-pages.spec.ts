import { expect, it } from '@jest/globals';
import type { Answer, AnswerError } from '../graphql.js';
import { walkPages } from './walk-pages.js';

interface Data {
  readonly list: { readonly items: readonly number[]; readonly endCursor: string | null } | null;
}
const SILENT: AnswerError = { code: 'SERVICE_SILENT', kind: 'retry', fr: 'f', en: 'e', path: ['list'] };

/** A list of so many numbers in pages of two; the page that begins at `broken` does not come. */
function pagesOf(length: number, broken?: number): (after: string | null) => Promise<Answer<Data>> {
  return async (after) => {
    const from = Number(after ?? 0);
    if (from === broken) return { data: { list: null }, errors: [SILENT] };
    const items = [from, from + 1].filter((item) => item < length);
    return { data: { list: { items, endCursor: from + 2 < length ? String(from + 2) : null } }, errors: [] };
  };
}

it('reads a list to its end, page after page, and says how far it is', async () => {
  const said: number[] = [];
  const walked = await walkPages(
    pagesOf(5),
    ({ list }) => list,
    (count) => said.push(count),
  );
  expect(walked).toEqual({ rows: [0, 1, 2, 3, 4], cut: false, errors: [] });
  expect(said).toEqual([2, 4, 5]);
});

it('stops at the most rows a file holds and says that more were there', async () => {
  const walk = (length: number) =>
    walkPages(
      pagesOf(length),
      ({ list }) => list,
      () => undefined,
      3,
    );
  expect(await walk(9)).toMatchObject({ rows: [0, 1, 2], cut: true });
  expect(await walk(3)).toMatchObject({ rows: [0, 1, 2], cut: false });
});

it('gives no rows at all when one page does not come, rather than half a list', async () => {
  const walked = await walkPages(
    pagesOf(5, 2),
    ({ list }) => list,
    () => undefined,
  );
  expect(walked).toEqual({ rows: undefined, cut: false, errors: [SILENT] });
});
