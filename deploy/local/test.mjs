/* `npm test`: brings what the tests need, then runs them under the pinned Node; arguments go to Jest. */
import { bootstrap, giveUp, goOn } from './bootstrap.mjs';

await bootstrap().catch(giveUp);
goOn('node_modules/jest/bin/jest.js', process.argv.slice(2), {
  ...process.env,
  NODE_OPTIONS:
    `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`.trim(),
});
