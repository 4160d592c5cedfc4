/* `npm run redrive`, under the pinned Node. */
import { goOn } from '../local/bootstrap.mjs';

goOn('deploy/operate/redrive.ts', process.argv.slice(2));
