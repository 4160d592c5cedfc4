import { describe, expect, it } from '@jest/globals';
import type { Type } from '@nestjs/common';
import {
  Directive,
  Field,
  Mutation,
  ObjectType,
  Query,
  ResolveField,
  ResolveReference,
  Resolver,
} from '@nestjs/graphql';
import { pino } from 'pino';
import { Allow, ANYONE_SIGNED_IN, TokenVerifier } from '#access';
import { SystemClock } from '#persistence';
import type { ServiceConfig } from './config.js';
import { createService } from './create-service.js';
import { Service } from './service.js';

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
  issuer: 'http://identity.test',
  jwksUri: undefined,
  subgraphSecret: 'a secret that only this test run shares with itself',
  poolSize: 1,
  metricsToken: undefined,
};

@ObjectType()
@Directive('@key(fields: "code")')
class Lamp {
  @Field(() => String)
  code: string;
}

@Resolver(() => Lamp)
class GuardedResolver {
  @Query(() => Lamp)
  @Allow(ANYONE_SIGNED_IN)
  lamp(): Lamp {
    return { code: 'one' };
  }

  @ResolveField(() => Boolean)
  @Allow(ANYONE_SIGNED_IN)
  lit(): boolean {
    return true;
  }

  @ResolveReference()
  @Allow(ANYONE_SIGNED_IN)
  reference(lamp: Lamp): Lamp {
    return lamp;
  }
}

@Resolver()
class ForgottenQuery {
  @Query(() => Boolean)
  open(): boolean {
    return true;
  }
}

@Resolver()
class ForgottenMutation {
  @Mutation(() => Boolean)
  light(): boolean {
    return true;
  }
}

@Resolver(() => Lamp)
class ForgottenField {
  @ResolveField(() => String)
  owner(): string {
    return 'somebody';
  }
}

@Resolver(() => Lamp)
class ForgottenReference {
  @ResolveReference()
  again(lamp: Lamp): Lamp {
    return lamp;
  }
}

/** Assembles a service of these resolvers, as `start` does. */
async function assemble(...resolvers: Type[]): Promise<void> {
  @Service({ name: 'lamps', entities: [], migrations: [], providers: resolvers })
  class LampsModule {}
  const tokens = new TokenVerifier({
    issuer: config.issuer,
    audience: 'passerelle',
    keys: () => Promise.reject(new Error('no keys here')),
    clock: new SystemClock(),
  });
  const { app } = await createService(LampsModule, config, { tokens, log: pino({ level: 'silent' }) });
  await app.close();
}

describe('a service starts', () => {
  it('when every query, field and reference says who may call it', async () => {
    await expect(assemble(GuardedResolver)).resolves.toBeUndefined();
  });
});

describe('a service refuses to start', () => {
  it.each([
    ['a query', ForgottenQuery, 'ForgottenQuery.open'],
    ['a mutation', ForgottenMutation, 'ForgottenMutation.light'],
    ['a field of a type', ForgottenField, 'ForgottenField.owner'],
    ['a reference by which other services ask', ForgottenReference, 'ForgottenReference.again'],
  ])('when %s lacks @Allow, and names it', async (_what, Forgotten, name) => {
    await expect(assemble(GuardedResolver, Forgotten)).rejects.toThrow(`These resolvers lack @Allow: ${name}`);
  });

  it('and names all that lack it', async () => {
    await expect(assemble(GuardedResolver, ForgottenQuery, ForgottenMutation)).rejects.toThrow(
      'These resolvers lack @Allow: ForgottenQuery.open, ForgottenMutation.light',
    );
  });
});
