import { z } from 'zod';
import { linkKey } from '#access';
import { loadConfig } from '#runtime';

const HOUR_MS = 3_600_000;
const schema = z.object({
  OFFER_HOLD_HOURS: z.coerce.number().positive().max(720).default(24),
  OFFER_SHORT_HOLD_HOURS: z.coerce.number().positive().max(720).default(6),
  OFFER_SHORT_WITHIN_HOURS: z.coerce.number().nonnegative().max(720).default(48),
});

/** How long a seat is held for whoever it is offered to, and what offers' links are signed with. */
export class OfferSettings {
  private constructor(
    private readonly hold: z.output<typeof schema>,
    /** For links alone: from the secret that the services share, by a name that nothing else uses. */
    readonly linkKey: Buffer,
  ) {}

  /** Throws `ConfigError` for a number that is none. Without a shared secret, in a test, links hold in this process only. */
  static from(environment: NodeJS.ProcessEnv): OfferSettings {
    return new OfferSettings(
      loadConfig(schema, environment),
      linkKey(environment['SUBGRAPH_SECRET'], 'links of offers'),
    );
  }

  /** Until when a seat is held: shorter shortly before the start, and never past it. */
  heldUntil(startsAt: Date, now: Date): Date {
    const soon = startsAt.getTime() - now.getTime() <= this.hold.OFFER_SHORT_WITHIN_HOURS * HOUR_MS;
    const hours = soon ? this.hold.OFFER_SHORT_HOLD_HOURS : this.hold.OFFER_HOLD_HOURS;
    return new Date(Math.min(now.getTime() + hours * HOUR_MS, startsAt.getTime()));
  }
}
