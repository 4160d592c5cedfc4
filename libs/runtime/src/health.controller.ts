import { Controller, Get, HttpCode, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

/** Tells what the service knows of its own health. */
export abstract class HealthReport {
  abstract report(): Promise<{ ready: boolean; complete: boolean; details: Record<string, unknown> }>;
}

/**
 * `/health/live`: the process runs · `/health/ready`: its database answers and every consumer reads · `/health/complete`: its
 * relay is drained and its consumer caught up.
 */
@Controller('health')
export class HealthController {
  constructor(@Inject(HealthReport) private readonly health: HealthReport) {}

  @Get('live')
  @HttpCode(200)
  live(): { live: true } {
    return { live: true };
  }

  @Get('ready')
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const { ready, details } = await this.health.report();
    await reply.code(ready ? 200 : 503).send(details);
  }

  @Get('complete')
  async complete(@Res() reply: FastifyReply): Promise<void> {
    const { complete, details } = await this.health.report();
    await reply.code(complete ? 200 : 503).send(details);
  }
}
