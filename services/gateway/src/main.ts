import { EndedSessions, issuerKeys, TokenVerifier } from '#access';
import { RandomIds, SystemClock } from '#persistence';
import { ConfigError, createLog } from '#runtime';
import { readGatewayConfig } from './config.js';
import { createGateway } from './create-gateway.js';

const log = createLog('gateway');
try {
  const config = readGatewayConfig(process.env);
  const clock = new SystemClock();
  const keys = issuerKeys(config.issuer, config.jwksUri);
  const ended = new EndedSessions(clock);
  const tokens = new TokenVerifier({ issuer: config.issuer, audience: 'passerelle', keys, clock, ended });
  const app = await createGateway({ config, clock, ids: new RandomIds(), tokens, ended, log });
  await app.listen(config.port, config.host);
  log.info({ port: config.port }, 'ready');
  const stop = (): void => {
    setTimeout(() => process.exit(1), 9_000).unref();
    void app.close().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
} catch (error) {
  if (error instanceof ConfigError) log.fatal(error.message);
  else log.fatal({ error: error instanceof Error ? error.stack : String(error) }, 'could not start');
  process.exit(1);
}
