import type { Logger } from 'pino';
import { z } from 'zod';
import type { Clock, Ids } from '#persistence';
import type { Upstream } from '../upstream/upstream.js';

/** Something that changed and is worth telling a page. */
export type LiveEvent =
  | {
      readonly kind: 'tick';
      readonly id: string;
      readonly branch: string;
      readonly asOf: string;
      readonly version: number;
    }
  | { readonly kind: 'late'; readonly since: string };

/** The network's own figures, of no single branch. */
export const NETWORK = '--';

/** Reporting holds its answer back until something has moved; what moves at the same moment is told at once. */
const GATHER_MS = 15;
const RETRY_MS = 100;
const ANSWER_WITHIN_MS = 3_000;
const QUERY = 'query Watermarks($since: Float) { watermarks(since: $since) { branch asOf version } }';

const answerSchema = z.object({
  data: z.object({
    watermarks: z.array(
      z.object({ branch: z.string().nullable(), asOf: z.iso.datetime().nullable(), version: z.number() }),
    ),
  }),
});

interface Mark {
  readonly asOf: string;
  readonly version: number;
  /** Rises over all branches, so that one number says what a returning page has seen. */
  readonly sequence: number;
}

/** Asks reporting how far each branch's figures are, as long as somebody watches and not a moment longer; reporting answers once they have moved. */
export class Watermarks {
  private readonly marks = new Map<string, Mark>();
  private readonly listeners = new Set<(event: LiveEvent) => void>();
  /** Tells this run's ids from those of a run before. */
  private readonly run: string;
  private sequence = 0;
  /** Sum of the versions reporting told last. */
  private since: number | null = null;
  private lateSince: string | undefined;
  private timer: NodeJS.Timeout | undefined;
  private asking = false;

  constructor(
    private readonly upstream: Upstream,
    private readonly url: string,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly log: Logger,
  ) {
    this.run = ids.next().slice(-12);
  }

  /** How many pages watch. */
  get watchers(): number {
    return this.listeners.size;
  }

  /** True while nobody watches: nothing is asked then. */
  get idle(): boolean {
    return this.timer === undefined && !this.asking;
  }

  /** Hears from now on; first, what the page has missed since `lastId` (everything, if that is not of this run). */
  watch(listener: (event: LiveEvent) => void, lastId: string | undefined): () => void {
    const seen = this.sequenceOf(lastId);
    for (const [branch, mark] of this.marks) {
      if (mark.sequence > seen) listener(this.tick(branch, mark));
    }
    if (this.lateSince !== undefined) listener({ kind: 'late', since: this.lateSince });
    this.listeners.add(listener);
    if (this.idle) this.schedule(0);
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.stop();
    };
  }

  /** Asks no more. */
  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private schedule(delay: number): void {
    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.ask();
    }, delay);
  }

  private async ask(): Promise<void> {
    this.asking = true;
    try {
      const answer = await this.upstream.post({
        url: this.url,
        body: JSON.stringify({ query: QUERY, variables: { since: this.since } }),
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          'x-correlation-id': this.ids.next(),
        },
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      });
      const { data } = answerSchema.parse(JSON.parse(answer.text));
      this.lateSince = undefined;
      this.since = data.watermarks.reduce((sum, { version }) => sum + version, 0);
      for (const { branch, asOf } of data.watermarks) if (asOf !== null) this.moved(branch ?? NETWORK, asOf);
    } catch (error) {
      this.missed(error);
    } finally {
      this.asking = false;
      if (this.listeners.size > 0) this.schedule(this.lateSince === undefined ? GATHER_MS : RETRY_MS);
    }
  }

  private moved(branch: string, asOf: string): void {
    const before = this.marks.get(branch);
    if (before?.asOf === asOf) return;
    const mark = { asOf, version: (before?.version ?? 0) + 1, sequence: ++this.sequence };
    this.marks.set(branch, mark);
    this.tell(this.tick(branch, mark));
  }

  private missed(error: unknown): void {
    if (this.lateSince !== undefined) return;
    this.lateSince = this.clock.now().toISOString();
    this.log.warn({ error: error instanceof Error ? error.name : '' }, 'reporting does not say how far it is');
    this.tell({ kind: 'late', since: this.lateSince });
  }

  private tell(event: LiveEvent): void {
    for (const listener of [...this.listeners]) listener(event);
  }

  private tick(branch: string, mark: Mark): LiveEvent {
    return { kind: 'tick', id: `${this.run}.${mark.sequence}`, branch, asOf: mark.asOf, version: mark.version };
  }

  private sequenceOf(id: string | undefined): number {
    const [run, sequence] = (id ?? '').split('.');
    return run === this.run && /^\d{1,12}$/.test(sequence ?? '') ? Number(sequence) : 0;
  }
}
