/* `npm run chaos`: the harness on what is built, in a state of its own that is gone when it ends. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../../deploy/build.mjs';
import { bootstrap, giveUp, goOn } from '../../deploy/local/bootstrap.mjs';

try {
  await bootstrap();
  await build(false);
} catch (error) {
  giveUp(error);
}
const state = mkdtempSync(join(tmpdir(), 'passerelle-chaos-'));
const options = `${process.env.NODE_OPTIONS ?? ''} --disable-warning=TimeoutNegativeWarning`.trim();
goOn('e2e/chaos/chaos.ts', process.argv.slice(2), { ...process.env, PASSERELLE_STATE: state, NODE_OPTIONS: options });
