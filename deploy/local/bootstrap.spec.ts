import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { root } from './paths.ts';

/** A clone in which only the launcher is real. */
let clone: string;

beforeAll(() => {
  clone = mkdtempSync(join(tmpdir(), 'passerelle-clone-'));
  cpSync(join(root, 'deploy'), join(clone, 'deploy'), { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) cpSync(join(root, file), join(clone, file));
  symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'));
});

afterAll(() => rmSync(clone, { recursive: true, force: true }));

/** A PATH with these commands and no others; each prints what a real one would. */
function pathWith(commands: Record<string, string>): string {
  const folder = mkdtempSync(join(clone, 'path-'));
  for (const [name, says] of Object.entries(commands)) {
    writeFileSync(join(folder, name), `#!/bin/sh\necho '${says}' >&2\n`);
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
}

const java17 = { java: 'openjdk version "17.0.9" 2023-10-17' };

function start(script: string, env: NodeJS.ProcessEnv) {
  const { status, stderr } = spawnSync(process.execPath, [join(clone, 'deploy/local', script)], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  return { status, sentences: stderr.split('\n').filter((line) => line.startsWith('✗ ')) };
}

it('asks for Java when there is none', () => {
  const { status, sentences } = start('start.mjs', { PATH: pathWith({}) });
  expect(status).toBe(1);
  expect(sentences).toEqual([expect.stringMatching(/Java was not found: install Java 17 or newer/)]);
});

it.each([
  ['11', 'openjdk version "11.0.2" 2019-01-15'],
  ['8', 'java version "1.8.0_292"'],
])('asks for a newer Java than %s', (major, says) => {
  const { status, sentences } = start('start.mjs', { PATH: pathWith({ java: says }) });
  expect(status).toBe(1);
  expect(sentences).toEqual([expect.stringContaining(`Java ${major} is too old for Kafka: install Java 17 or newer`)]);
});

it('asks for Maven when the broker has yet to be fetched', () => {
  const { status, sentences } = start('start.mjs', { PATH: pathWith(java17) });
  expect(status).toBe(1);
  expect(sentences).toEqual([expect.stringMatching(/Maven was not found: install it/)]);
});

it('says so when it may not write to its folder', () => {
  // A file in the way stops every user; permissions would not stop root.
  rmSync(join(clone, '.local'), { recursive: true, force: true });
  writeFileSync(join(clone, '.local'), '');
  const { status, sentences } = start('start.mjs', { PATH: pathWith(java17) });
  rmSync(join(clone, '.local'));
  expect(status).toBe(1);
  expect(sentences).toEqual([expect.stringMatching(/Cannot write to .*: make this folder writable/)]);
});

it('names the port that is taken and a way round it', async () => {
  const squatter = createServer();
  const port = await new Promise<number>((done, fail) => {
    squatter.listen(0, '127.0.0.1', () => {
      const address = squatter.address();
      if (address && typeof address === 'object') done(address.port);
      else fail(new Error('no port'));
    });
  });
  mkdirSync(join(clone, '.local'), { recursive: true });
  // The squatted port may lie anywhere: it is made the first of the block, which is the gateway's.
  const { status, sentences } = start('launch.ts', {
    PORT_BASE: String(port),
    KAFKA_BROKERS: '',
    TEST_POSTGRES_URL: '',
  });
  squatter.close();
  expect(status).toBe(1);
  expect(sentences).toEqual([
    `✗ Port ${port} is in use: stop the program that uses it, or take another block of ports: PORT_BASE=${port + 50} npm start`,
  ]);
});
