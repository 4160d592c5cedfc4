import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EndedSessions, may, Permission, type TokenClaims, TokenVerifier } from '#access';
import { FORBIDDEN } from '#errors';
import { Clock } from '#persistence';
import { TOO_MANY_WATCHERS } from '../gateway.refusals.js';
import { type LiveEvent, NETWORK, Watermarks } from './watermarks.js';

const HEARTBEAT_MS = 15_000;
const MAX_WATCHERS = 1_000;
/** A page that reads slower than this is let go; it comes back with the id of what it saw last. */
const MAX_UNREAD_BYTES = 64 * 1024;

/** `GET /live`: server-sent events that say which branch's figures moved; the page then reads again what it shows. */
@Controller('live')
export class LiveRoute {
  constructor(
    private readonly tokens: TokenVerifier,
    private readonly watermarks: Watermarks,
    private readonly clock: Clock,
    private readonly ended: EndedSessions,
  ) {}

  @Get()
  async watch(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const claims = await this.tokens.verifyHeader(request.headers.authorization);
    if (!may(claims.role, Permission.ReadFigures)) throw FORBIDDEN({});
    if (this.watermarks.watchers >= MAX_WATCHERS) throw TOO_MANY_WATCHERS({});
    const lastId = request.headers['last-event-id'];
    reply.hijack();
    const stream = reply.raw;
    stream.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    stream.write('retry: 2000\n\n');
    const send = (event: LiveEvent): void => {
      if (event.kind === 'tick' && !concerns(claims, event.branch)) return;
      stream.write(formatted(event));
      if (stream.writableLength > MAX_UNREAD_BYTES) stream.destroy();
    };
    const leave = this.watermarks.watch(send, typeof lastId === 'string' ? lastId : undefined);
    const heartbeat = setInterval(() => stream.write(': here\n\n'), HEARTBEAT_MS);
    const expire = () => stream.end('event: expired\ndata: {}\n\n');
    // The stream outlives no token, nor the rights it was opened with.
    const expiry = setTimeout(expire, claims.exp * 1_000 - this.clock.now().getTime());
    const forget = this.ended.watch((subject) => {
      if (subject === claims.sub && this.ended.refuses(claims)) expire();
    });
    stream.once('close', () => {
      clearInterval(heartbeat);
      clearTimeout(expiry);
      forget();
      leave();
    });
  }
}

function concerns(claims: TokenClaims, branch: string): boolean {
  if (branch === NETWORK) return may(claims.role, Permission.ReadNetworkFigures);
  return claims.branches.includes('*') || claims.branches.includes(branch);
}

function formatted(event: LiveEvent): string {
  if (event.kind === 'late')
    return `event: late\ndata: ${JSON.stringify({ service: 'reporting', since: event.since })}\n\n`;
  const { id, branch, asOf, version } = event;
  return `id: ${id}\nevent: tick\ndata: ${JSON.stringify({ branch, asOf, version })}\n\n`;
}
