import 'reflect-metadata';
import { openDatabases } from './databases.js';
import { prove } from './proof.js';

const addressOf = (service: string) => process.env[`DATABASE_WORKER_URL_${service.toUpperCase()}`];
try {
  const databases = await openDatabases(addressOf);
  const { compared, against } = await prove(databases.ask);
  await databases.close();
  for (const words of against) console.log(words);
  console.log(`${compared} figures compared with the owners' own tables, ${against.length} reasons to doubt`);
  process.exitCode = against.length === 0 ? 0 : 1;
} catch (error) {
  console.error(
    `✗ ${error instanceof Error ? error.message : String(error)} Run npm start first, with the same PORT_BASE.`,
  );
  process.exitCode = 1;
}
