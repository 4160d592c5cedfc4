import type { LoggerService } from '@nestjs/common';
import { type Logger, pino } from 'pino';
import { refusalIn } from '#errors';

/** A service's log: JSON lines, no request bodies, no variables, so no person's data. */
export function createLog(service: string, level = 'info'): Logger {
  return pino({
    name: service,
    level,
    redact: ['headers.authorization', 'password'],
    timestamp: pino.stdTimeFunctions.isoTime,
  });
}

/** Nest's own messages through the same log, warnings and errors only. What was refused as expected is no error of ours, and is not told. */
export function nestLogger(log: Logger): LoggerService {
  return {
    log: () => undefined,
    warn: (message: unknown) => log.warn(String(message)),
    error: (message: unknown, ...rest: unknown[]) => {
      if (refusalIn(message)) return;
      log.error({ details: rest.map(String).slice(0, 2) }, String(message));
    },
  };
}
