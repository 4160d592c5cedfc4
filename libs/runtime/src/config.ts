import { z } from 'zod';

/** A start that cannot succeed: names each wrong variable, never a value. */
export class ConfigError extends Error {}

/**
 * Reads settings from an environment with one schema. Throws `ConfigError` naming every variable that is missing or wrong.
 * Secrets have no default, so forgetting one is seen at once.
 */
export function loadConfig<S extends z.ZodObject>(schema: S, environment: NodeJS.ProcessEnv): z.output<S> {
  const parsed = schema.safeParse(environment);
  if (parsed.success) return parsed.data;
  const names = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))];
  throw new ConfigError(`Settings missing or wrong: ${names.join(', ')}`);
}

/** Settings every service has; `<SERVICE>` in a name is the service in capitals. */
export interface ServiceConfig {
  readonly port: number;
  readonly host: string;
  readonly brokers: string;
  readonly replicationFactor: number;
  /** Requests: bound by row-level security. */
  readonly databaseUrl: string;
  /** Reactions and relay. */
  readonly workerUrl: string;
  /** Migrations, at start. */
  readonly migratorUrl: string;
  readonly issuer: string;
  /** Where the issuer's keys are, when not where its discovery says. */
  readonly jwksUri: string | undefined;
  /** Shared with the gateway alone: signs its requests. */
  readonly subgraphSecret: string;
  readonly poolSize: number;
  /** What a collector of metrics must send as bearer; without it there are no metrics to be had. */
  readonly metricsToken: string | undefined;
}

/** The settings of one service from its environment. Refuses to start, naming variables, when one is missing. */
export function loadServiceConfig(service: string, environment: NodeJS.ProcessEnv): ServiceConfig {
  const name = service.toUpperCase();
  const settings = loadConfig(
    z.object({
      SERVICE_PORT: z.coerce.number().int().min(0).max(65_535),
      SERVICE_HOST: z.string().default('127.0.0.1'),
      KAFKA_BROKERS: z.string().min(3),
      KAFKA_REPLICATION_FACTOR: z.coerce.number().int().positive().default(1),
      [`DATABASE_URL_${name}`]: z.url(),
      [`DATABASE_WORKER_URL_${name}`]: z.url(),
      [`DATABASE_MIGRATOR_URL_${name}`]: z.url(),
      OIDC_ISSUER: z.url(),
      OIDC_JWKS_URI: z.url().optional(),
      SUBGRAPH_SECRET: z.string().min(32),
      METRICS_TOKEN: z.string().min(16).optional(),
      DATABASE_POOL_SIZE: z.coerce.number().int().positive().default(8),
    }),
    environment,
  ) as Record<string, string | number | undefined>;
  return {
    port: Number(settings['SERVICE_PORT']),
    host: String(settings['SERVICE_HOST']),
    brokers: String(settings['KAFKA_BROKERS']),
    replicationFactor: Number(settings['KAFKA_REPLICATION_FACTOR']),
    databaseUrl: String(settings[`DATABASE_URL_${name}`]),
    workerUrl: String(settings[`DATABASE_WORKER_URL_${name}`]),
    migratorUrl: String(settings[`DATABASE_MIGRATOR_URL_${name}`]),
    issuer: String(settings['OIDC_ISSUER']),
    jwksUri: settings['OIDC_JWKS_URI'] === undefined ? undefined : String(settings['OIDC_JWKS_URI']),
    subgraphSecret: String(settings['SUBGRAPH_SECRET']),
    poolSize: Number(settings['DATABASE_POOL_SIZE']),
    metricsToken: settings['METRICS_TOKEN'] === undefined ? undefined : String(settings['METRICS_TOKEN']),
  };
}
