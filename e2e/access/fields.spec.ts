import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import type { Type } from '@nestjs/common';
import { ALLOW_METADATA, ANYONE_SIGNED_IN, GATEWAY_ITSELF, Permission } from '#access';
import { definitionOf } from '#runtime';
import { BeneficiariesModule } from '../../services/beneficiaries/src/beneficiaries.module.js';
import { EquipmentModule } from '../../services/equipment/src/equipment.module.js';
import { NetworkModule } from '../../services/network/src/network.module.js';
import { ReportingModule } from '../../services/reporting/src/reporting.module.js';
import { WorkshopsModule } from '../../services/workshops/src/workshops.module.js';

/** Every place of the graph where something may be asked or done, and the permission it wants. */
const agreed = readFileSync('e2e/access/fields.txt', 'utf8').trim().split('\n');

const modules: Type[] = [NetworkModule, BeneficiariesModule, WorkshopsModule, EquipmentModule, ReportingModule];

interface Guarded {
  readonly service: string;
  /** `Query.sessions`, `Branch.figures`, `Session (reference)`. */
  readonly place: string;
  readonly permission: unknown;
}

function guardedIn(module: Type): Guarded[] {
  const { name: service, providers = [] } = definitionOf(module);
  return providers.flatMap((provider) => {
    if (typeof provider !== 'function') return [];
    const prototype = provider.prototype as Record<string, object>;
    const about = String(Reflect.getMetadata('graphql:resolver_name', provider) ?? '');
    const methods = Object.getOwnPropertyNames(prototype).filter((name) => name !== 'constructor');
    return methods.flatMap((method) => {
      const handler = prototype[method] ?? {};
      const root: unknown = Reflect.getMetadata('graphql:resolver_type', handler);
      const field: unknown = Reflect.getMetadata('graphql:resolver_name', handler) ?? method;
      const permission: unknown = Reflect.getMetadata(ALLOW_METADATA, handler);
      const guarded = (place: string) => [{ service, place, permission }];
      if (Reflect.getMetadata('graphql:resolve_reference', handler)) return guarded(`${about} (reference)`);
      if (Reflect.getMetadata('graphql:resolve_property', handler)) return guarded(`${about}.${String(field)}`);
      return root ? guarded(`${String(root)}.${String(field)}`) : [];
    });
  });
}

const found = modules.flatMap(guardedIn);

it('every field asks for the permission agreed on, and a new one has to be agreed on', () => {
  const lines = found.map(({ service, place, permission }) => `${service} ${place} ${String(permission)}`);
  expect(lines.sort()).toEqual(agreed);
});

it('every field asks for a permission of the table, or says in so many words that it asks for none', () => {
  const known = new Set<unknown>([...Object.values(Permission), ANYONE_SIGNED_IN, GATEWAY_ITSELF]);
  expect(found.length).toBeGreaterThan(100);
  expect(found.filter(({ permission }) => !known.has(permission))).toEqual([]);
});

it('every permission opens a field, but one for a file, one that widens figures and one that the gateway asks for', () => {
  const used = new Set(found.map(({ permission }) => permission));
  const idle = Object.values(Permission).filter((permission) => !used.has(permission));
  expect(idle).toEqual([Permission.ExportBeneficiaries, Permission.ReadNetworkFigures, Permission.QueryFreely]);
});

it('whatever changes something asks for a permission', () => {
  const free = found.filter(
    ({ place, permission }) => place.startsWith('Mutation.') && permission === ANYONE_SIGNED_IN,
  );
  expect(free).toEqual([]);
});

it('without a caller only the gateway’s own question is answered, and what was published for everybody', () => {
  const own = found.filter(({ permission }) => permission === GATEWAY_ITSELF);
  expect(own.map(({ place }) => place).toSorted()).toEqual([
    'Query.publishedFigures',
    'Query.publishedQuarters',
    'Query.watermarks',
  ]);
});
