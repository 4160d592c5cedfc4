import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';
import type { EventDefinition } from '#events';
import { breaksOf, fileNameOf, type JsonSchema, schemaOf } from './event-schemas.js';
import { type Fixture, faultsOf } from './fixtures.js';

/** What was committed before, against which promises are kept. */
export interface Committed {
  /** The schema callers see; undefined before the first. */
  readonly api: string | undefined;
  /** JSON Schemas by `<event>.v<n>`. */
  readonly schemas: ReadonlyMap<string, JsonSchema>;
  readonly fixtures: readonly Fixture[];
}

/** Every promise of the committed contracts that the present code would break, in one line each. */
export async function brokenPromises(
  committed: Committed,
  present: { readonly api: string; readonly definitions: ReadonlyMap<string, EventDefinition> },
): Promise<string[]> {
  return [
    ...committed.fixtures.flatMap((fixture) => faultsOf(fixture, present.definitions)),
    ...brokenSchemas(committed.schemas, present.definitions),
    ...(await brokenApi(committed.api, present.api)),
  ];
}

function brokenSchemas(
  schemas: ReadonlyMap<string, JsonSchema>,
  definitions: ReadonlyMap<string, EventDefinition>,
): string[] {
  const present = new Map([...definitions.values()].map((definition) => [fileNameOf(definition), definition]));
  return [...schemas].flatMap(([file, schema]) => {
    const definition = present.get(file);
    // An earlier version is kept by its fixture and the way up from it.
    if (!definition) return [];
    return breaksOf(bodyOf(schema), schemaOf(definition)).map((why) => `${file}: ${why}`);
  });
}

/** The committed page without its title and text. */
function bodyOf(page: JsonSchema): JsonSchema {
  const {
    $schema: _schema,
    title: _title,
    description: _description,
    ...body
  } = page as JsonSchema & Record<string, unknown>;
  return body;
}

async function brokenApi(before: string | undefined, after: string): Promise<string[]> {
  if (before === undefined) return [];
  const changes = await diff(buildSchema(before), buildSchema(after));
  return changes
    .filter((change) => change.criticality.level === CriticalityLevel.Breaking)
    .map((change) => `schema: ${change.message}`);
}
