import type { Logger } from 'pino';
import { RECORDS_UNAVAILABLE, type RefusalOf } from '#errors';
import { isPassing } from '#messaging';

/** What heals by itself, the database away or too slow, is no bug: the caller is told to try again, the log keeps what it was. */
export function recordsAway(log: Pick<Logger, 'warn'>): RefusalOf {
  return (error) => {
    if (!isPassing(error)) return undefined;
    log.warn({ error: error instanceof Error ? error.message : String(error) }, 'records unavailable');
    return RECORDS_UNAVAILABLE({});
  };
}
