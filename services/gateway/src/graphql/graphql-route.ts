import { All, Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type TokenClaims, TokenVerifier } from '#access';
import { Refusal } from '#errors';
import { Ids } from '#persistence';
import { refusedEntry, statusOf } from '../answer.js';
import {
  BATCHING_OFF,
  BODY_TOO_LARGE,
  MALFORMED_REQUEST,
  WRONG_CONTENT_TYPE,
  WRONG_METHOD,
} from '../gateway.refusals.js';
import { GatewayMetrics, type QueryOutcome } from '../metrics/gateway-metrics.js';
import { readBody } from '../read-body.js';
import { type Call, callOf } from '../upstream/call.js';
import { AnswerQuery, type QueryAnswer } from './answer-query.js';
import { QueriesUnderWay } from './queries-under-way.js';
import { QueryFaults } from './query-faults.js';

const BODY_LIMIT = 100 * 1024;
const TIMEOUT_MS = 5_000;
const NO_QUERY = new Set([MALFORMED_REQUEST.code, BATCHING_OFF.code]);

/** `POST /graphql`: the one door to every service. */
@Controller('graphql')
export class GraphqlRoute {
  private readonly underWay = new QueriesUnderWay();

  constructor(
    private readonly tokens: TokenVerifier,
    private readonly ids: Ids,
    private readonly answerQuery: AnswerQuery,
    private readonly metrics: GatewayMetrics,
  ) {}

  @All()
  async answer(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const call = callOf(request.headers, this.ids, TIMEOUT_MS);
    void reply.header('x-correlation-id', call.correlationId).header('cache-control', 'no-store');
    if (request.method !== 'POST') {
      void reply.header('allow', 'POST');
      throw WRONG_METHOD({ expected: 'POST' });
    }
    // Read before anything is refused: a sender cut off in the middle would never hear why.
    const body = await readBody(request.raw, BODY_LIMIT, () => BODY_TOO_LARGE({ limit: '100 Ko' }));
    if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
      throw WRONG_CONTENT_TYPE({ expected: 'application/json' });
    }
    const caller = await this.tokens.verifyHeader(request.headers.authorization);
    const answer = await this.underWay
      .run(caller.sub, () => this.measured(() => this.answerOf(body.toString('utf8'), call, caller)))
      // A reply waited for is one that has been sent: it must not be handed back here.
      .finally(() => void reply.headers(Object.fromEntries(call.headersBack)));
    const modern = acceptsGraphqlResponse(request.headers.accept);
    await reply
      .code(modern && answer.data === undefined ? 400 : 200)
      .header('server-timing', call.costs.toString())
      .header('content-type', `application/${modern ? 'graphql-response+json' : 'json'}; charset=utf-8`)
      .send(JSON.stringify(answer));
  }

  private async measured(answer: () => Promise<QueryAnswer>): Promise<QueryAnswer> {
    const begun = performance.now();
    let outcome: QueryOutcome = 'failed';
    try {
      const answered = await answer();
      outcome = !answered.errors?.length ? 'whole' : answered.data ? 'partial' : 'refused';
      return answered;
    } finally {
      this.metrics.query(outcome, performance.now() - begun);
    }
  }

  /** A query refused as such is an answer, not a failed request; a request that holds no query fails as one. */
  private async answerOf(body: string, call: Call, caller: TokenClaims): Promise<QueryAnswer> {
    try {
      return await this.answerQuery.execute(body, call, caller);
    } catch (error) {
      if (error instanceof QueryFaults) return { errors: error.faults };
      if (error instanceof Refusal && !NO_QUERY.has(error.code) && statusOf(error) === 400)
        return { errors: [refusedEntry(error, call.correlationId)] };
      throw error;
    }
  }
}

function acceptsGraphqlResponse(accept: string | undefined): boolean {
  return accept?.includes('application/graphql-response+json') ?? false;
}
