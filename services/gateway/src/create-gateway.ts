import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { GatewayModule, type GatewayParts } from './gateway.module.js';
import { serveDashboard } from './site/serve-dashboard.js';

/** Assembles the gateway; it does not listen yet. */
export async function createGateway(parts: GatewayParts): Promise<NestFastifyApplication> {
  const { config, log } = parts;
  const adapter = new FastifyAdapter({ forceCloseConnections: true, requestTimeout: 60_000, logger: false });
  const app = await NestFactory.create<NestFastifyApplication>(await GatewayModule.with(parts), adapter, {
    bodyParser: false,
    abortOnError: false,
    logger: {
      log: () => undefined,
      warn: (message: unknown) => log.warn(String(message)),
      error: (message: unknown) => log.error(String(message)),
    },
  });
  const server = app.getHttpAdapter().getInstance();
  server.removeAllContentTypeParsers();
  // No route wants a parsed body: each reads its own, to its own limit, as the bytes that were sent.
  server.addContentTypeParser('*', (_request, _payload, done) => done(null));
  await serveDashboard(app, config.dashboardFolder, config.issuer, log);
  return app;
}
