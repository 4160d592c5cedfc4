import type { Logger } from 'pino';
import { z } from 'zod';
import type { EndedSessions } from '#access';
import type { Ids } from '#persistence';
import type { Upstream } from '../upstream/upstream.js';

const POLL_MS = 2_000;
const ANSWER_WITHIN_MS = 2_000;

const answerSchema = z.object({
  ended: z.array(z.object({ subject: z.string(), issuedBefore: z.coerce.date() })),
});

/**
 * Asks network every two seconds whose sessions have ended. While network is silent the gateway goes on with what it knows:
 * the services hear of it by themselves, and refuse.
 */
export class EndedSessionsPoll {
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  private silent = false;

  constructor(
    private readonly parts: {
      readonly upstream: Pick<Upstream, 'post'>;
      readonly url: string;
      readonly ended: EndedSessions;
      readonly ids: Ids;
      readonly log: Logger;
    },
  ) {}

  start(): void {
    void this.ask();
  }

  /** Asks no more. */
  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private async ask(): Promise<void> {
    const { upstream, url, ended, ids, log } = this.parts;
    try {
      const answer = await upstream.post({
        url,
        body: '{}',
        headers: { 'content-type': 'application/json', accept: 'application/json', 'x-correlation-id': ids.next() },
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      });
      for (const { subject, issuedBefore } of answerSchema.parse(JSON.parse(answer.text)).ended)
        ended.end(subject, issuedBefore);
      this.silent = false;
    } catch (error) {
      if (!this.silent)
        log.warn({ error: error instanceof Error ? error.name : '' }, 'network does not say whose sessions have ended');
      this.silent = true;
    } finally {
      if (!this.stopped) this.timer = setTimeout(() => void this.ask(), POLL_MS);
    }
  }
}
