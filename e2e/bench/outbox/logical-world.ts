import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A Postgres whose log of changes can be read, waiting for its disk at every commit, and a Kafka; both end with `stop` or with us. */
export async function startLogicalWorld(): Promise<{ stop: () => Promise<void> }> {
  const args = [join(process.cwd(), 'deploy/local/world.ts'), '--until-stdin-closes', '--durable', '--logical'];
  const world = spawn(process.execPath, args, {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const gone = new Promise<void>((done) => world.once('exit', () => done()));
  const wanted = new Set(['TEST_POSTGRES_URL', 'KAFKA_BROKERS']);
  for await (const line of createInterface({ input: world.stdout })) {
    const [name = '', ...value] = line.split('=');
    if (wanted.delete(name)) process.env[name] = value.join('=');
    if (wanted.size === 0) break;
  }
  if (wanted.size > 0) throw new Error('the world of this bench did not come up');
  return {
    stop: async () => {
      world.stdin.end();
      await gone;
    },
  };
}
