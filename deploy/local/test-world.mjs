/*
 * Jest's global set-up: one Postgres and one Kafka for the whole run, unless the environment names a running pair
 * (`npm run world` prints the two lines). They end with the pipe between us and them, however this process ends.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { bootstrap, pinnedNode, root } from './bootstrap.mjs';

export default async function testWorld() {
  if (process.env.TEST_POSTGRES_URL && process.env.KAFKA_BROKERS) return;
  await bootstrap();
  const durable = process.env.TEST_WORLD === 'durable' ? ['--durable'] : [];
  const world = spawn(pinnedNode(), [join(root, 'deploy/local/world.ts'), '--until-stdin-closes', ...durable], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  globalThis.passerelleTestWorld = world;
  const exited = new Promise((_, fail) => world.once('exit', () => fail(new Error('the test world did not come up'))));
  exited.catch(() => undefined); // also how it ends in the normal case
  await Promise.race([exited, readAddresses(world.stdout)]);
  for (const handle of [world, world.stdin, world.stdout]) handle.unref();
}

async function readAddresses(output) {
  for await (const line of createInterface({ input: output })) {
    const [name, ...value] = line.split('=');
    process.env[name] = value.join('=');
    if (process.env.TEST_POSTGRES_URL && process.env.KAFKA_BROKERS) return;
  }
}
