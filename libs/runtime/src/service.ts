import { Module, type ModuleMetadata, type Type } from '@nestjs/common';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { Applier } from '#messaging';
import type { Migration } from '#persistence';
import { PersonalDataController, REGISTER } from './register/personal-data.controller.js';
import type { Register } from './register/register.js';

/** What a service is made of; its module's decorator is its table of contents. */
export interface ServiceDefinition {
  /** Also the prefix of its topics, its consumer group and its database roles. */
  readonly name: string;
  readonly entities: readonly EntityTarget<ObjectLiteral>[];
  readonly migrations: readonly Migration[];
  /** What each column is kept for, and where what tells of a person is; none for a service of a test. */
  readonly register?: Register;
  /** Resolvers, use cases and reactions, one line per slice. */
  readonly providers: ModuleMetadata['providers'];
  readonly controllers?: ModuleMetadata['controllers'];
  /** GraphQL types reachable only through references of other services. */
  readonly orphanedTypes?: readonly Type[];
  /** Replaces the reactions' applier: reporting folds figures instead. A provider with a `topics` getter. */
  readonly applier?: Type<Applier & { readonly topics: string[] }>;
  /** Providers that work for as long as the service reads events. */
  readonly companions?: readonly Type<Companion>[];
  /** Topics whose every event must have had its effect before the service answers anybody. */
  readonly readBeforeOpening?: readonly string[];
}

/** Works beside the readers: started after them, stopped before them. */
export interface Companion {
  start(): void;
  stop(): Promise<void>;
}

const SERVICE_METADATA = 'passerelle:service';

/** Declares a service: a Nest module plus its tables and contracts. */
export function Service(definition: ServiceDefinition): ClassDecorator {
  return (target) => {
    Reflect.defineMetadata(SERVICE_METADATA, definition, target);
    Module({
      providers: [
        ...(definition.providers ?? []),
        ...(definition.applier ? [definition.applier] : []),
        ...(definition.companions ?? []),
        ...(definition.register ? [{ provide: REGISTER, useValue: definition.register }] : []),
      ],
      controllers: [...(definition.controllers ?? []), ...(definition.register ? [PersonalDataController] : [])],
    })(target);
  };
}

/** What `@Service` was told. Throws for a module without it. */
export function definitionOf(module: Type): ServiceDefinition {
  const definition: unknown = Reflect.getMetadata(SERVICE_METADATA, module);
  if (!definition) throw new Error(`${module.name} is no @Service`);
  return definition as ServiceDefinition;
}
