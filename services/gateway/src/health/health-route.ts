import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CompletenessCheck } from './completeness-check.js';

/** `/health/live`: the process runs · `/health/ready`: the graph is loaded, or nothing would answer · `/health/complete`: the whole network of services does. */
@Controller('health')
export class HealthRoute {
  constructor(private readonly completeness: CompletenessCheck) {}

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
}
