/* `npm run rebuild`, under the pinned Node. */
import { goOn } from '../local/bootstrap.mjs';

goOn('deploy/operate/rebuild.ts', process.argv.slice(2));
