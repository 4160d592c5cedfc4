/*
 * `npm run contracts`: writes what others rely on — the composed schema, the events' pages and fixtures, the refusals.
 * `-- --check` writes nothing and fails, naming files, when they are stale or a promise was broken.
 */
import { build } from './build.mjs';
import { bootstrap, giveUp, goOn } from './local/bootstrap.mjs';

try {
  await bootstrap();
  // Decorators carry the schema, and Node cannot read decorators: the built services say what they offer.
  await build(false, ['services']);
} catch (error) {
  giveUp(error);
}
goOn('dist/deploy/contracts/main.js');
