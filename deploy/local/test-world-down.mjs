/* Jest's global tear-down: lets the world of this run go, and waits until it has gone. */
export default async function testWorldDown() {
  const world = globalThis.passerelleTestWorld;
  if (!world || world.exitCode !== null) return;
  world.ref();
  const gone = new Promise((done) => world.once('exit', done));
  world.stdin.end();
  await gone;
}
