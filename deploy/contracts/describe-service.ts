/*
 * One service's part of the contracts, printed as one line of JSON: `describe-service.js workshops`. A process of its own
 * for each, because GraphQL types of the same name would meet in one.
 */
import type { Type } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { graphql } from 'graphql';
import { pino } from 'pino';
import { TokenVerifier } from '#access';
import { findReactions, ReactionApplier } from '#messaging';
import { SystemClock } from '#persistence';
import { createService, definitionOf, type ServiceConfig } from '#runtime';
import type { DescribedService } from './services.js';

// Nothing is opened: these addresses are never called.
const nowhere = 'postgres://nobody@127.0.0.1:1/nothing';
const config: ServiceConfig = {
  port: 0,
  host: '127.0.0.1',
  brokers: '127.0.0.1:1',
  replicationFactor: 1,
  databaseUrl: nowhere,
  workerUrl: nowhere,
  migratorUrl: nowhere,
  issuer: 'http://identity.invalid',
  jwksUri: undefined,
  subgraphSecret: 'asked by nobody, for it never listens',
  poolSize: 1,
  metricsToken: undefined,
};

async function describe(name: string): Promise<DescribedService> {
  const module = await moduleOf(name);
  const tokens = new TokenVerifier({
    issuer: config.issuer,
    audience: 'passerelle',
    keys: () => Promise.reject(new Error('no keys here')),
    clock: new SystemClock(),
  });
  const { app } = await createService(module, config, { tokens, log: pino({ level: 'fatal' }, pino.destination(2)) });
  await app.init();
  const { schema } = app.get(GraphQLSchemaHost, { strict: false });
  const answer = await graphql({ schema, source: '{ _service { sdl } }' });
  const sdl = (answer.data?.['_service'] as { sdl?: string } | undefined)?.sdl;
  if (sdl === undefined) throw new Error(answer.errors?.[0]?.message ?? 'no schema');
  const { applier: Applier, register } = definitionOf(module);
  const applier = Applier
    ? app.get(Applier, { strict: false })
    : new ReactionApplier(findReactions(app.get(DiscoveryService, { strict: false }), new MetadataScanner()));
  return { name, sdl, listensTo: [...applier.handles].sort(), register };
}

async function moduleOf(name: string): Promise<Type> {
  const file = `../../services/${name}/src/${name}.module.js`;
  const exported: Record<string, unknown> = await import(file);
  const module = exported[`${name[0]?.toUpperCase()}${name.slice(1)}Module`];
  if (typeof module !== 'function') throw new Error(`${file} exports no module`);
  return module as Type;
}

const described = await describe(process.argv[2] ?? '');
// A pool or a timer that a service opened must not keep the tool waiting.
process.stdout.write(JSON.stringify(described), () => process.exit(0));
