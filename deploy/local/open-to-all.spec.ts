import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { openToAll } from './open-to-all.ts';

const home = mkdtempSync(join(tmpdir(), 'passerelle-open-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

it('lets Postgres’s user reach programs that were installed under a strict umask', () => {
  mkdirSync(join(home, 'bin'), { mode: 0o700 });
  mkdirSync(join(home, 'share'), { mode: 0o700 });
  writeFileSync(join(home, 'bin', 'initdb'), '', { mode: 0o700 });
  writeFileSync(join(home, 'share', 'timezones'), '', { mode: 0o600 });
  openToAll(home);
  const others = (...path: string[]) => (statSync(join(home, ...path)).mode & 0o007).toString(8);
  expect([others(), others('bin'), others('bin', 'initdb'), others('share', 'timezones')]).toEqual([
    '5',
    '5',
    '5',
    '4',
  ]);
});
