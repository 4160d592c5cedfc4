import { z } from 'zod';
import type { Ids } from '#persistence';
import { serviceUnavailable } from '../gateway.refusals.js';
import type { Upstream } from '../upstream/upstream.js';

const ANSWER_WITHIN_MS = 5_000;
/** How long a list of quarters is good: a new one comes four times a year. */
const LIST_HOLDS_MS = 60_000;

const quartersSchema = z.object({
  data: z.object({
    publishedQuarters: z.array(
      z.object({ quarter: z.string(), startsOn: z.iso.date(), endsOn: z.iso.date(), frozenAt: z.iso.datetime() }),
    ),
  }),
});
const figuresSchema = z.object({
  data: z.object({
    publishedFigures: z.array(
      z.object({
        indicator: z.string(),
        territory: z.string(),
        dimension: z.string(),
        member: z.string(),
        value: z.number().nullable(),
      }),
    ),
  }),
});

/** A published number. */
export type PublishedFigure = z.output<typeof figuresSchema>['data']['publishedFigures'][number];

/** A quarter that was published. */
export type PublishedQuarter = z.output<typeof quartersSchema>['data']['publishedQuarters'][number];

/** What reporting has published, asked for once: a quarter never changes after that. */
export class Published {
  private readonly kept = new Map<string, readonly PublishedFigure[]>();
  private list: { readonly quarters: readonly PublishedQuarter[]; readonly until: number } | undefined;

  constructor(
    private readonly upstream: Upstream,
    private readonly url: string,
    private readonly ids: Ids,
    private readonly now: () => number,
  ) {}

  /** Newest first. Refuses `SERVICE_UNAVAILABLE`. */
  async quarters(): Promise<readonly PublishedQuarter[]> {
    if (this.list && this.list.until > this.now()) return this.list.quarters;
    const { data } = quartersSchema.parse(
      await this.ask('{ publishedQuarters { quarter startsOn endsOn frozenAt } }', {}),
    );
    this.list = { quarters: data.publishedQuarters, until: this.now() + LIST_HOLDS_MS };
    return this.list.quarters;
  }

  /** Everything published of a quarter, undefined when nothing was. Refuses `SERVICE_UNAVAILABLE`. */
  async figures(quarter: string): Promise<readonly PublishedFigure[] | undefined> {
    const known = this.kept.get(quarter);
    if (known) return known;
    // Only names that were published are ever asked about or kept.
    if (!(await this.quarters()).some((published) => published.quarter === quarter)) return undefined;
    const { data } = figuresSchema.parse(
      await this.ask(
        'query ($quarter: String!) { publishedFigures(quarter: $quarter) { indicator territory dimension member value } }',
        { quarter },
      ),
    );
    this.kept.set(quarter, data.publishedFigures);
    return data.publishedFigures;
  }

  private async ask(query: string, variables: Readonly<Record<string, string>>): Promise<unknown> {
    const headers = {
      'content-type': 'application/json',
      accept: 'application/json',
      'x-correlation-id': this.ids.next(),
    };
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
    const body = JSON.stringify({ query, variables });
    const answer = await this.upstream.post({ url: this.url, body, headers, signal }).catch(() => undefined);
    if (answer?.status !== 200) throw serviceUnavailable('reporting');
    return JSON.parse(answer.text);
  }
}
