/* `npm run screenshots`: every page of every persona of the running network as pictures. */
import { bootstrap, giveUp, goOn } from '../../deploy/local/bootstrap.mjs';

await bootstrap().catch(giveUp);
goOn('e2e/journeys/screenshots.ts');
