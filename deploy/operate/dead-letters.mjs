/* `npm run dead-letters`, under the pinned Node. */
import { goOn } from '../local/bootstrap.mjs';

goOn('deploy/operate/dead-letters.ts', process.argv.slice(2));
