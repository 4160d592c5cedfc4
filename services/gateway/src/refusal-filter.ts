import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import '@fastify/static';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { type Refusal, refusalIn } from '#errors';
import type { Ids } from '#persistence';
import { bugEntry, refusedEntry, statusOf } from './answer.js';
import { MALFORMED_REQUEST, NO_SUCH_ADDRESS, WRONG_CONTENT_TYPE } from './gateway.refusals.js';

const OWN_ADDRESSES =
  /^\/(graphql|live|files|exports|open-data|invitations|health|operations|config\.json|assets)(\/|\?|$)/;

/** Every failure outside a query's own errors leaves through here: typed, in both languages, or as a bug with an id. */
@Catch()
export class RefusalFilter implements ExceptionFilter {
  constructor(
    private readonly ids: Ids,
    private readonly log: Logger,
    /** The dashboard's one page, which reads the address itself; absent when it is not built. */
    private readonly page: string | undefined,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const status = error instanceof HttpException ? error.getStatus() : 500;
    if (status === 404 && this.page !== undefined && request.method === 'GET' && !OWN_ADDRESSES.test(request.url)) {
      void reply.header('cache-control', 'no-cache').sendFile(this.page);
      return;
    }
    const given: unknown = reply.getHeader('x-correlation-id');
    const correlationId = typeof given === 'string' ? given : this.ids.next();
    void reply.header('x-correlation-id', correlationId).header('cache-control', 'no-store');
    const refusal = refusalIn(error) ?? refusalOfServer(status);
    if (refusal) {
      if (refusal.kind === 'unauthenticated') void reply.header('www-authenticate', 'Bearer');
      void reply.code(statusOf(refusal)).send({ errors: [refusedEntry(refusal, correlationId)] });
      return;
    }
    this.log.error({ correlationId, error: error instanceof Error ? error.stack : String(error) }, 'bug');
    void reply.code(500).send({ errors: [bugEntry(correlationId)] });
  }
}

/** What the HTTP server itself turns away before any route: the sender's mistake, never a bug of ours. */
function refusalOfServer(status: number): Refusal | undefined {
  if (status === 404) return NO_SUCH_ADDRESS({});
  if (status === 415) return WRONG_CONTENT_TYPE({ expected: 'application/json' });
  return status >= 400 && status < 500 ? MALFORMED_REQUEST({ part: 'HTTP' }) : undefined;
}
