/* `npm run chaos`: the harness on what is built, in a state of its own that is gone when it ends. */
import { join } from 'node:path';
import { build } from '../../deploy/build.mjs';
import { bootstrap, giveUp, goOn, root } from '../../deploy/local/bootstrap.mjs';

try {
  await bootstrap();
  await build(false);
} catch (error) {
  giveUp(error);
}
const state = join(root, '.local', 'chaos');
const options = `${process.env.NODE_OPTIONS ?? ''} --disable-warning=TimeoutNegativeWarning`.trim();
goOn('e2e/chaos/chaos.ts', process.argv.slice(2), { ...process.env, PASSERELLE_STATE: state, NODE_OPTIONS: options });
