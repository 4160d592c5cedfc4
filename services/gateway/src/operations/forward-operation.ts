import { Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { may, Permission, TokenVerifier } from '#access';
import { FORBIDDEN } from '#errors';
import { Ids } from '#persistence';
import {
  BODY_TOO_LARGE,
  MALFORMED_OPERATION,
  serviceUnavailable,
  UNKNOWN_SERVICE,
  WRONG_CONTENT_TYPE,
} from '../gateway.refusals.js';
import { isRecord } from '../health/ask-service.js';
import { readBody } from '../read-body.js';
import { callOf } from '../upstream/call.js';
import { Upstream } from '../upstream/upstream.js';

const BODY_LIMIT = 10 * 1024;
const TIMEOUT_MS = 30_000;

/** Where each service takes what keeps its events flowing. */
export abstract class Operators {
  /** Any address of a service, by its name. */
  abstract readonly services: Readonly<Record<string, string>>;
}

/**
 * `POST /operations/dead-letters` with `{ "service": "workshops", "do": "list" | "replay" | "discard", … }` and
 * `POST /operations/redrive` with `{ "service": "workshops", "topic"?, "since"? }`: handed to that service, signed like
 * everything else. For whoever may mend events.
 */
@Controller('operations')
export class ForwardOperation {
  constructor(
    private readonly tokens: TokenVerifier,
    private readonly ids: Ids,
    private readonly upstream: Upstream,
    private readonly operators: Operators,
  ) {}

  @Post('dead-letters')
  @HttpCode(200)
  deadLetters(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.forward('/operations/dead-letters', request, reply);
  }

  @Post('redrive')
  @HttpCode(200)
  redrive(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.forward('/operations/redrive', request, reply);
  }

  private async forward(path: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { role } = await this.tokens.verifyHeader(request.headers.authorization);
    if (!may(role, Permission.MendEvents)) throw FORBIDDEN({});
    if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
      throw WRONG_CONTENT_TYPE({ expected: 'application/json' });
    }
    const body = await readBody(request.raw, BODY_LIMIT, () => BODY_TOO_LARGE({ limit: '10 Ko' }));
    const { service, rest } = readOperation(body.toString('utf8'));
    const base = this.operators.services[service];
    if (!base) throw UNKNOWN_SERVICE({ known: Object.keys(this.operators.services).join(', ') }, 'service');
    const url = new URL(path, base).href;
    const call = callOf(request.headers, this.ids, TIMEOUT_MS);
    const headers = { ...call.headers, 'content-type': 'application/json', accept: 'application/json' };
    const answer = await this.upstream
      .post({ url, body: JSON.stringify(rest), headers, signal: call.deadline })
      .catch(() => undefined);
    if (!answer?.contentType.includes('json')) throw serviceUnavailable(service);
    await reply
      .code(answer.status)
      .header('x-correlation-id', call.correlationId)
      .header('cache-control', 'no-store')
      .header('content-type', 'application/json; charset=utf-8')
      .send(answer.text);
  }
}

function readOperation(text: string): { service: string; rest: Record<string, unknown> } {
  try {
    const parsed: unknown = JSON.parse(text);
    if (isRecord(parsed) && typeof parsed['service'] === 'string') {
      const { service, ...rest } = parsed;
      return { service: String(service), rest };
    }
  } catch {
    // Falls through to the refusal: what is no JSON is malformed.
  }
  throw MALFORMED_OPERATION({});
}
