import { z } from 'zod';
import { ConfigError, loadConfig } from '#runtime';
import type { Budget } from './graphql/budgets.js';

/** The services behind the gateway, in the order of their development ports after `PORT_BASE`. */
export const SERVICES = ['network', 'beneficiaries', 'workshops', 'equipment', 'reporting'] as const;
export type ServiceName = (typeof SERVICES)[number];

/** A demo persona as the sign-in page of a development world shows it. */
export interface Persona {
  readonly id: string;
  readonly [shown: string]: unknown;
}

/** The gateway's settings. */
export interface GatewayConfig {
  readonly host: string;
  readonly port: number;
  readonly issuer: string;
  readonly jwksUri: string | undefined;
  /** Shared with the services alone: signs what is sent to them. */
  readonly subgraphSecret: string;
  /** GraphQL address of each service. */
  readonly services: Readonly<Record<string, string>>;
  /** What a collector of metrics must send as bearer; without it there are no metrics to be had. */
  readonly metricsToken: string | undefined;
  readonly supergraphFile: string;
  readonly dashboardFolder: string;
  /** A file that exists once the demo year is told; without it the network is complete with no year at all. */
  readonly demoYearMark: string | undefined;
  /** What a query may cost, and what one caller may spend in a minute. */
  readonly budget: Budget;
  /** The list of what pages ask; undefined in development, where everybody may query freely. */
  readonly documentsFile: string | undefined;
  /** Where the mails of a demo network are shown; undefined unless in development. */
  readonly inbox: string | undefined;
  /** Empty unless in development. */
  readonly personas: readonly Persona[];
}

const environmentSchema = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
  PORT_BASE: z.coerce.number().int().min(1).max(65_000).default(4000),
  SERVICE_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  SERVICE_HOST: z.string().min(1).default('localhost'),
  OIDC_ISSUER: z.url(),
  OIDC_JWKS_URI: z.url().optional(),
  SUBGRAPH_SECRET: z.string().min(32),
  METRICS_TOKEN: z.string().min(16).optional(),
  SUBGRAPH_URL_NETWORK: z.url().optional(),
  SUBGRAPH_URL_BENEFICIARIES: z.url().optional(),
  SUBGRAPH_URL_WORKSHOPS: z.url().optional(),
  SUBGRAPH_URL_EQUIPMENT: z.url().optional(),
  SUBGRAPH_URL_REPORTING: z.url().optional(),
  SUPERGRAPH_FILE: z.string().min(1).default('services/gateway/supergraph.graphql'),
  DASHBOARD_FOLDER: z.string().min(1).default('dist/dashboard'),
  DASHBOARD_DOCUMENTS: z.string().min(1).default('dist/dashboard-documents.json'),
  QUERY_BUDGET: z.coerce.number().int().min(100).default(5_000),
  QUERY_BUDGET_PER_MINUTE: z.coerce.number().int().min(1_000).default(100_000),
  DEMO_PERSONAS: z.string().default('[]'),
  DEMO_YEAR_MARK: z.string().min(1).optional(),
  DEMO_INBOX_URL: z.url().optional(),
});

/** Reads the settings; a wrong one is named, its value never shown. */
export function readGatewayConfig(environment: NodeJS.ProcessEnv): GatewayConfig {
  const settings = loadConfig(environmentSchema, environment);
  const inDevelopment = settings.NODE_ENV !== 'production';
  const addresses = SERVICES.map((service, index): [ServiceName, string | undefined] => [
    service,
    settings[`SUBGRAPH_URL_${service.toUpperCase() as Uppercase<ServiceName>}`] ??
      (inDevelopment ? `http://127.0.0.1:${settings.PORT_BASE + index + 1}/graphql` : undefined),
  ]);
  const missing = addresses.filter(([, address]) => address === undefined);
  if (missing.length > 0) {
    const names = missing.map(([service]) => `SUBGRAPH_URL_${service.toUpperCase()}`);
    throw new ConfigError(`Settings missing or wrong: ${names.join(', ')}`);
  }
  return {
    host: settings.SERVICE_HOST,
    port: settings.SERVICE_PORT ?? settings.PORT_BASE,
    issuer: settings.OIDC_ISSUER,
    jwksUri: settings.OIDC_JWKS_URI,
    subgraphSecret: settings.SUBGRAPH_SECRET,
    metricsToken: settings.METRICS_TOKEN,
    services: Object.fromEntries(addresses) as Record<ServiceName, string>,
    supergraphFile: settings.SUPERGRAPH_FILE,
    dashboardFolder: settings.DASHBOARD_FOLDER,
    demoYearMark: settings.DEMO_YEAR_MARK,
    budget: { query: settings.QUERY_BUDGET, minute: settings.QUERY_BUDGET_PER_MINUTE },
    documentsFile: inDevelopment ? undefined : settings.DASHBOARD_DOCUMENTS,
    inbox: settings.NODE_ENV === 'development' ? settings.DEMO_INBOX_URL : undefined,
    personas: settings.NODE_ENV === 'development' ? readPersonas(settings.DEMO_PERSONAS) : [],
  };
}

function readPersonas(text: string): Persona[] {
  try {
    return z.array(z.looseObject({ id: z.string() })).parse(JSON.parse(text));
  } catch {
    throw new ConfigError('Settings missing or wrong: DEMO_PERSONAS');
  }
}
