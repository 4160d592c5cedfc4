/* `npm run reset`: stops this clone's world and forgets its data, after asking (`-- --yes`: without). */
import { goOn } from './bootstrap.mjs';

goOn('deploy/local/reset.ts');
