import { z } from 'zod';
import { loadConfig } from '#runtime';

const schema = z.object({ ARCHIVE_DAYS: z.coerce.number().int().min(0).max(3_650).default(365) });

/** How long a record set aside because its time is over is kept before it is erased (`ARCHIVE_DAYS`, a year unless said). */
export class RetentionSettings {
  constructor(readonly archiveDays: number) {}

  static from(environment: NodeJS.ProcessEnv): RetentionSettings {
    return new RetentionSettings(loadConfig(schema, environment).ARCHIVE_DAYS);
  }
}
