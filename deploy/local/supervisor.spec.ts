import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, expect, it } from '@jest/globals';
import { type Program, run } from './child.ts';
import { root } from './paths.ts';
import { birthOf, endLeftovers, type Recorded, record, recorded, stillRuns } from './registry.ts';
import { DidNotStart, Supervisor, type Watched } from './supervisor.ts';

const folder = mkdtempSync(join(tmpdir(), 'passerelle-supervisor-'));
const pidFile = join(folder, 'processes.json');
const self = { name: 'tests', pid: process.pid, startedAt: birthOf(process.pid) ?? '' };

afterEach(async () => {
  record(
    pidFile,
    recorded(pidFile).filter((one) => one.pid !== process.pid),
  );
  await endLeftovers(pidFile, 1_000);
  rmSync(folder, { recursive: true, force: true });
});

/** A program that lives until it is told to go, and is ready once it has drawn breath. */
function sleeper(name: string): Watched {
  const program = {
    name,
    command: process.execPath,
    args: ['-e', 'setInterval(() => {}, 1000)'],
    log: join(folder, name),
  };
  return { program, ready: async () => recorded(pidFile).some((one) => one.name === name), withinMs: 10_000 };
}

/** A supervisor whose lines can be waited for. */
function supervised() {
  const lines: string[] = [];
  const waiting: { wanted: string; done: () => void }[] = [];
  const say = (line: string) => {
    lines.push(line);
    for (const one of waiting) if (line.includes(one.wanted)) one.done();
  };
  const said = (wanted: string) =>
    new Promise<void>((done) => {
      if (lines.some((line) => line.includes(wanted))) done();
      else waiting.push({ wanted, done });
    });
  return { supervisor: new Supervisor({ pidFile, self, say }), said, lines };
}

const pidOf = (name: string): number => recorded(pidFile).find((one) => one.name === name)?.pid ?? 0;

it('raises a program again that was killed outright', async () => {
  const { supervisor, said } = supervised();
  await supervisor.raise(sleeper('first'), sleeper('second'));
  const before = pidOf('first');
  process.kill(before, 'SIGKILL');
  await said('first ready again');
  expect(pidOf('first')).not.toBe(before);
  expect(birthOf(pidOf('first'))).toBeDefined();
  await supervisor.stop();
});

it('leaves no process behind when it stops, and raises nobody again', async () => {
  const { supervisor, lines } = supervised();
  await supervisor.raise(sleeper('first'));
  await supervisor.raise(sleeper('second'), sleeper('third'));
  const family = recorded(pidFile).filter((one) => one.pid !== process.pid);
  expect(family).toHaveLength(3);
  await supervisor.stop();
  expect(family.filter(stillRuns)).toEqual([]);
  expect(lines.filter((line) => line.startsWith('!'))).toEqual([]);
});

it('says which program did not start and where to read why', async () => {
  const { supervisor } = supervised();
  const program: Program = {
    name: 'broken',
    command: process.execPath,
    args: ['-e', 'throw 1'],
    log: join(folder, 'broken'),
  };
  const start = supervisor.raise({ program, ready: async () => false, withinMs: 10_000 });
  await expect(start).rejects.toThrow(DidNotStart);
  await expect(start).rejects.toThrow(`broken did not start: read ${program.log}`);
  await supervisor.stop();
});

it('gives a program that ends before it is ready another try', async () => {
  const { supervisor, said } = supervised();
  const mark = join(folder, 'tried');
  const program: Program = {
    name: 'hesitant',
    command: process.execPath,
    args: [
      '-e',
      `const fs = require('node:fs'); const mark = ${JSON.stringify(mark)};
       if (!fs.existsSync(mark)) { fs.writeFileSync(mark, ''); process.exit(1); }
       fs.writeFileSync(mark, 'ready'); setInterval(() => {}, 1000);`,
    ],
    log: join(folder, 'hesitant'),
  };
  const ready = async () => existsSync(mark) && readFileSync(mark, 'utf8') === 'ready';
  await supervisor.raise({ program, ready, withinMs: 20_000 });
  await said('hesitant ended (exit code 1) before it was ready, starting it again');
  await supervisor.stop();
});

it('lets the next start end what a supervisor left that was killed outright', async () => {
  const script = `
    import { Supervisor } from ${JSON.stringify(join(root, 'deploy/local/supervisor.ts'))};
    import { birthOf } from ${JSON.stringify(join(root, 'deploy/local/registry.ts'))};
    const self = { name: 'supervisor', pid: process.pid, startedAt: birthOf(process.pid) };
    const supervisor = new Supervisor({ pidFile: ${JSON.stringify(pidFile)}, self, say: () => {} });
    const program = (name) => ({ name, command: process.execPath, args: ['-e', 'setInterval(() => {}, 1000)'], log: undefined });
    await supervisor.raise(...['one', 'two'].map((name) => ({ program: program(name), ready: async () => true, withinMs: 5000 })));
    console.log('raised');`;
  const doomed = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(createInterface({ input: doomed.stdout }), 'line');
  const left = recorded(pidFile);
  doomed.kill('SIGKILL');
  await once(doomed, 'exit');
  expect(left.filter(stillRuns).map((one) => one.name)).toEqual(['one', 'two']);
  expect(await endLeftovers(pidFile)).toEqual(['one', 'two']);
  expect(left.filter(stillRuns)).toEqual([]);
});

it('spares a process that merely has the number of one of ours', async () => {
  const { program } = sleeper('stranger');
  const stranger = run(program);
  const mistaken: Recorded = { name: 'ours', pid: stranger.pid, startedAt: 'another time' };
  record(pidFile, [mistaken]);
  expect(await endLeftovers(pidFile)).toEqual([]);
  expect(stillRuns(stranger.recorded)).toBe(true);
  await stranger.stop();
});
