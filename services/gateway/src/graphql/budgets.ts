import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { BUDGET_SPENT, QUERY_TOO_COSTLY } from '../gateway.refusals.js';

/** What may be spent, in the units of `costOf`. */
export interface Budget {
  /** On one query. */
  readonly query: number;
  /** By one caller in a minute. */
  readonly minute: number;
}

const WINDOW_S = 60;

/** What each caller may spend on queries: so that nobody's program slows everybody else's page. */
export class Budgets {
  private readonly minutes: RateLimiterMemory;

  constructor(private readonly budget: Budget) {
    this.minutes = new RateLimiterMemory({ points: budget.minute, duration: WINDOW_S });
  }

  /**
   * Takes the cost of a query from its caller's minute and tells what is left, as the headers of the IETF's draft
   * « RateLimit header fields for HTTP ». Refuses `QUERY_TOO_COSTLY` and `BUDGET_SPENT`.
   */
  async spend(caller: string, cost: number, headers: Map<string, string>): Promise<void> {
    if (cost > this.budget.query) throw QUERY_TOO_COSTLY({ limit: this.budget.query });
    headers.set('ratelimit-policy', `"cost";q=${this.budget.minute};w=${WINDOW_S}`);
    try {
      tell(await this.minutes.consume(caller, cost), headers);
    } catch (spent) {
      if (!(spent instanceof RateLimiterRes)) throw spent;
      const seconds = tell(spent, headers);
      headers.set('retry-after', String(seconds));
      throw BUDGET_SPENT({ seconds });
    }
  }
}

/** Gives the seconds until the whole budget is there again. */
function tell({ remainingPoints, msBeforeNext }: RateLimiterRes, headers: Map<string, string>): number {
  const seconds = Math.ceil(msBeforeNext / 1_000);
  headers.set('ratelimit', `"cost";r=${Math.max(0, remainingPoints)};t=${seconds}`);
  return seconds;
}
