import { Controller, Get, Headers, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { may, Permission, TokenVerifier } from '#access';
import { FORBIDDEN } from '#errors';
import { CompletenessCheck } from './completeness-check.js';
import { ServiceStates } from './service-states.js';

/**
 * `/health/live`: the process runs · `/health/ready`: the graph is loaded, or nothing would answer · `/health/complete`: the
 * whole network of services does · `/health/services`: how each does, for whoever may read the status.
 */
@Controller('health')
export class HealthRoute {
  constructor(
    private readonly completeness: CompletenessCheck,
    private readonly states: ServiceStates,
    private readonly tokens: TokenVerifier,
  ) {}

  @Get('live')
  live(): { live: true } {
    return { live: true };
  }

  @Get('ready')
  ready(): { ready: true } {
    return { ready: true };
  }

  @Get('complete')
  async complete(@Res() reply: FastifyReply): Promise<void> {
    const reasons = await this.completeness.reasons();
    await reply
      .code(reasons.length === 0 ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ complete: reasons.length === 0, reasons });
  }

  @Get('services')
  async services(@Headers('authorization') authorization: string | undefined, @Res() reply: FastifyReply) {
    const claims = await this.tokens.verifyHeader(authorization);
    if (!may(claims.role, Permission.ReadStatus)) throw FORBIDDEN({});
    const services = await this.states.now();
    await reply.header('cache-control', 'no-store').send({ services });
  }
}
