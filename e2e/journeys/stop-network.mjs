/* Stops the network of the journeys and forgets its state. */
import { rmSync } from 'node:fs';

export default async function stopNetwork() {
  const { passerelleNetwork } = globalThis;
  if (!passerelleNetwork) return;
  const { launcher, state } = passerelleNetwork;
  if (launcher.exitCode === null) {
    const gone = new Promise((done) => launcher.once('exit', done));
    launcher.kill('SIGTERM');
    await gone;
  }
  rmSync(state, { recursive: true, force: true });
}
