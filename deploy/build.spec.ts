import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, it } from '@jest/globals';

/** What runs as it was built, not as it was written. */
const ENTRIES = [
  ...globSync('services/*/src/main.ts'),
  'deploy/contracts/main.ts',
  'deploy/local/seed.ts',
  'deploy/local/proof/main.ts',
];
const IMPORTS = /(?:from|import\() ?'(\.[^']+)'/g;

it('imports nothing by a name that it no longer has once it is built', () => {
  const ahead = ENTRIES.filter((entry) => !entry.includes('/dashboard/'));
  const seen = new Set(ahead);
  const lost: string[] = [];
  for (let file = ahead.shift(); file !== undefined; file = ahead.shift()) {
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(IMPORTS)) {
      if (!name.endsWith('.js') && !name.endsWith('.json')) lost.push(`${file}: ${name}`);
      const source = normalize(join(dirname(file), name.replace(/\.js$/, '.ts')));
      if (seen.has(source) || !source.endsWith('.ts')) continue;
      seen.add(source);
      ahead.push(source);
    }
  }
  expect(lost).toEqual([]);
  expect(seen.size).toBeGreaterThan(500);
});
