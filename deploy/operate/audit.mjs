/* `npm run audit`, under the pinned Node. */
import { goOn } from '../local/bootstrap.mjs';

goOn('deploy/operate/audit.ts', process.argv.slice(2));
