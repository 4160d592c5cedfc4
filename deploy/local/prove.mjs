/* `npm run prove`: recomputes the running network's figures from the services' own tables and says what differs. */
import { build } from '../build.mjs';
import { bootstrap, giveUp, goOn } from './bootstrap.mjs';

try {
  await bootstrap();
  await build(false, ['services']);
} catch (error) {
  giveUp(error);
}
goOn('deploy/local/prove.ts');
