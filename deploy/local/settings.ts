import { join } from 'node:path';
import { local } from './paths.ts';
import { personas } from './personas.ts';
import { type Ports, type Service, services } from './ports.ts';
import { databaseSettings, type Server } from './provision.ts';

/** Which parts of the world are ours to start, and which the environment names. */
export interface Shape {
  postgres: boolean;
  kafka: boolean;
  identity: boolean;
}

/** What is named is used and not started. Refuses a half-named set of databases. */
export function shapeOf(env: NodeJS.ProcessEnv): Shape {
  const needed = services.flatMap((service) => {
    const name = service.toUpperCase();
    return [`DATABASE_URL_${name}`, `DATABASE_WORKER_URL_${name}`, `DATABASE_MIGRATOR_URL_${name}`];
  });
  const missing = needed.filter((name) => !env[name]);
  if (missing.length > 0 && missing.length < needed.length) {
    throw new Error(`Some databases are named and some are not: set ${missing.join(', ')}, or none of them.`);
  }
  return { postgres: missing.length > 0, kafka: !env.KAFKA_BROKERS, identity: !env.OIDC_ISSUER };
}

/** The ports this world will listen on. */
export function portsOf(shape: Shape, ports: Ports): number[] {
  return [
    ports.gateway,
    ...Object.values(ports.services),
    ...(shape.identity ? [ports.identity, ports.mail, ports.inbox] : []),
    ...(shape.kafka ? [ports.kafka, ports.kafkaController] : []),
    ...(shape.postgres ? [ports.postgres] : []),
  ];
}

/** What every process of this world is told. */
export function commonSettings(
  env: NodeJS.ProcessEnv,
  base: number,
  ports: Ports,
  secrets: { subgraph: string; metrics: string },
) {
  return {
    ...env,
    NODE_ENV: 'development',
    // Compiled code of earlier starts: half of a start is reading modules.
    NODE_COMPILE_CACHE: join(local, 'compiled'),
    PORT_BASE: String(base),
    KAFKA_BROKERS: env.KAFKA_BROKERS ?? `127.0.0.1:${ports.kafka}`,
    OIDC_ISSUER: env.OIDC_ISSUER ?? `http://localhost:${ports.identity}`,
    SUBGRAPH_SECRET: env.SUBGRAPH_SECRET ?? secrets.subgraph,
    METRICS_TOKEN: env.METRICS_TOKEN ?? secrets.metrics,
  };
}

/** What a service is told besides: its port and its own database, no other's. */
export function serviceSettings(common: NodeJS.ProcessEnv, service: Service, ports: Ports, server?: Server) {
  const own = Object.fromEntries(Object.entries(common).filter(([name]) => !name.startsWith('DATABASE_')));
  const named = Object.entries(common).filter(
    ([name]) => name.startsWith('DATABASE_') && name.endsWith(`_${service.toUpperCase()}`),
  );
  return {
    ...own,
    ...(server ? databaseSettings(server, service) : Object.fromEntries(named)),
    SERVICE_PORT: String(ports.services[service]),
  };
}

/** What network is told besides in a demo: where accounts are kept, where mail goes, and who is a member from the first day. */
export function demoMemberSettings(ports: Ports, secret: string): NodeJS.ProcessEnv {
  const known = personas.map(({ subject, name, mail, role, branches }) => ({ subject, name, mail, role, branches }));
  return {
    PUBLIC_URL: `http://localhost:${ports.gateway}`,
    SMTP_URL: `smtp://127.0.0.1:${ports.mail}`,
    MAIL_FROM: 'ne-pas-repondre@passerelle.example',
    IDENTITY_ADMIN_KIND: 'demo',
    IDENTITY_ADMIN_URL: `http://localhost:${ports.identity}`,
    IDENTITY_ADMIN_SECRET: secret,
    DEMO_MEMBERS: JSON.stringify(known),
  };
}

/** What beneficiaries is told besides in a demo: whoever is helped is told of their seats by mail and message, which end in the demo inbox. */
export function demoNoticeSettings(ports: Ports): NodeJS.ProcessEnv {
  return {
    PUBLIC_URL: `http://localhost:${ports.gateway}`,
    SMTP_URL: `smtp://127.0.0.1:${ports.mail}`,
    MAIL_FROM: 'ne-pas-repondre@passerelle.example',
    SMS_KIND: 'http',
    SMS_URL: `http://127.0.0.1:${ports.inbox}/sms`,
    SMS_TOKEN: 'of the demo inbox',
  };
}

/** What the gateway is told besides: no database, but who can sign in to the demo, and what exists once its year is told. */
export function gatewaySettings(common: NodeJS.ProcessEnv, ports: Ports, demoYearMark?: string, inbox?: string) {
  const own = Object.fromEntries(Object.entries(common).filter(([name]) => !name.startsWith('DATABASE_')));
  const shown = personas.map(({ id, name, role, branches, does }) => ({ id, name, role, branches, does }));
  return {
    ...own,
    SERVICE_PORT: String(ports.gateway),
    DEMO_PERSONAS: JSON.stringify(shown),
    DEMO_YEAR_MARK: demoYearMark,
    DEMO_INBOX_URL: inbox,
  };
}

/** What the seed is told: every database, because it plays everybody, and the file that says it has begun. */
export function seedSettings(common: NodeJS.ProcessEnv, mark: string | undefined, server?: Server): NodeJS.ProcessEnv {
  const marked = { ...common, SEED_MARK: mark };
  return server ? Object.assign(marked, ...services.map((service) => databaseSettings(server, service))) : marked;
}
