import testWorld from '../../deploy/local/test-world.mjs';

/** A Postgres of their own for benches, one that waits for its disk at every commit, whatever runs already. */
export default async function durableWorld() {
  delete process.env.TEST_POSTGRES_URL;
  process.env.TEST_WORLD = 'durable';
  await testWorld();
}
