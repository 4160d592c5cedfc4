import { Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { may, Permission, TokenVerifier } from '#access';
import { FORBIDDEN } from '#errors';
import { Ids } from '#persistence';
import { MALFORMED_OPERATION, UNKNOWN_SERVICE } from '../gateway.refusals.js';
import { isRecord } from '../health/ask-service.js';
import { readJsonBody } from '../read-body.js';
import { callOf } from '../upstream/call.js';
import { askJson, handOn } from '../upstream/hand-on.js';
import { Upstream } from '../upstream/upstream.js';

const BODY_LIMIT_KB = 10;
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
    const body = await readJsonBody(request, BODY_LIMIT_KB);
    const { service, rest } = readOperation(body.toString('utf8'));
    const base = this.operators.services[service];
    if (!base) throw UNKNOWN_SERVICE({ known: Object.keys(this.operators.services).join(', ') }, 'service');
    const url = new URL(path, base).href;
    const call = callOf(request.headers, this.ids, TIMEOUT_MS);
    const answer = await askJson(this.upstream, { service, url, body: JSON.stringify(rest) }, call);
    await handOn(reply, answer, call);
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
