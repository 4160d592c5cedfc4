/* `npm run -s token -- PERSONA`: nothing but the token on standard output. */
import { goOn } from './bootstrap.mjs';

goOn('deploy/local/token.ts');
