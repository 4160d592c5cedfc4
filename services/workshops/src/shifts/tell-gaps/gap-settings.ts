import { z } from 'zod';
import { loadConfig } from '#runtime';

const DAY_MS = 24 * 3_600_000;
const schema = z.object({ GAP_ALERT_DAYS: z.coerce.number().int().min(1).max(60).default(7) });

/** How near a shift must be for what it lacks to be told. */
export class GapSettings {
  private constructor(private readonly days: number) {}

  /** Throws `ConfigError` for a number that is none. */
  static from(environment: NodeJS.ProcessEnv): GapSettings {
    return new GapSettings(loadConfig(schema, environment).GAP_ALERT_DAYS);
  }

  /** Shifts that begin later are not looked at yet. */
  until(now: Date): Date {
    return new Date(now.getTime() + this.days * DAY_MS);
  }
}
