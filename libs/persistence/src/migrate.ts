import { Client } from 'pg';
import { createDataSource, type Migration } from './data-source.js';

/** Applies the migrations not yet applied, as the owner role; several instances starting together take turns. */
export async function migrate(options: {
  url: string;
  service: string;
  migrations: readonly Migration[];
}): Promise<number> {
  const gate = new Client({ connectionString: options.url });
  await gate.connect();
  try {
    await gate.query(`SELECT pg_advisory_lock(hashtext('passerelle migrate'))`);
    const source = createDataSource({
      url: options.url,
      entities: [],
      migrations: options.migrations,
      poolSize: 1,
      role: `${options.service}_owner`,
      applicationName: `${options.service} migrate`,
    });
    await source.initialize();
    try {
      return (await source.runMigrations()).length;
    } finally {
      await source.destroy();
    }
  } finally {
    await gate.end();
  }
}
