/* `npm run world`: a Postgres and a Kafka for tests, kept running so that test runs start at once. */
import { bootstrap, giveUp, goOn } from './bootstrap.mjs';

await bootstrap().catch(giveUp);
goOn('deploy/local/world.ts');
