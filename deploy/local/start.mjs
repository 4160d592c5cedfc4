/* `npm start`: from whatever state this clone is in to a running network. `-- --empty`: without the demo data. */
import { build, buildIsStale } from '../build.mjs';
import { bootstrap, giveUp, goOn, step } from './bootstrap.mjs';

try {
  await bootstrap();
  await step('Building services and dashboard', buildIsStale(), () => build());
} catch (error) {
  giveUp(error);
}
goOn('deploy/local/launch.ts');
