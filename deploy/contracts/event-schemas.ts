import { z } from 'zod';
import type { EventDefinition } from '#events';

/** As much of JSON Schema as our contracts use. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly minItems?: number;
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
}

/** What a record's body must be. Further fields may follow within a version, so unknown ones are no fault. */
export function schemaOf(definition: EventDefinition): JsonSchema {
  // zod's type follows a newer draft; the fields we read are the same.
  const { $schema: _, ...schema } = z.toJSONSchema(definition.data, { target: 'draft-7', io: 'input' });
  return schema as unknown as JsonSchema;
}

/** `workshops.session-scheduled.v1`: a name for the files of one version of one event. */
export function fileNameOf({ name, version }: { readonly name: string; readonly version: number }): string {
  return `${name}.v${version}`;
}

/**
 * What a reader of `before` can no longer rely on, in words that name the place. Within a version a field may be added if
 * it may be missing, a word may be added to a list; all else is a new version.
 */
export function breaksOf(before: JsonSchema, after: JsonSchema, path = ''): string[] {
  const at = path === '' ? 'the body' : path;
  const { properties, required, enum: words, items, anyOf, ...rest } = before;
  const {
    properties: newProperties,
    required: newRequired,
    enum: newWords,
    items: newItems,
    anyOf: newAnyOf,
    ...newRest
  } = after;
  const breaks: string[] = [];
  if (stable(rest) !== stable(newRest)) breaks.push(`${at} changed its form`);
  for (const [name, schema] of Object.entries(properties ?? {})) {
    const next = newProperties?.[name];
    const inside = path === '' ? name : `${path}.${name}`;
    breaks.push(...(next ? breaksOf(schema, next, inside) : [`${inside} is gone`]));
  }
  for (const name of newRequired ?? [])
    if (!required?.includes(name)) breaks.push(`${path === '' ? name : `${path}.${name}`} is now required`);
  for (const word of words ?? []) if (newWords && !newWords.includes(word)) breaks.push(`${at} lost ${String(word)}`);
  if ((words === undefined) !== (newWords === undefined)) breaks.push(`${at} changed its form`);
  if (items && newItems) breaks.push(...breaksOf(items, newItems, `${at}[]`));
  else if (items || newItems) breaks.push(`${at} changed its form`);
  if (anyOf?.length !== newAnyOf?.length) breaks.push(`${at} changed its form`);
  else for (const [n, one] of (anyOf ?? []).entries()) breaks.push(...breaksOf(one, newAnyOf?.[n] ?? {}, path));
  return breaks;
}

function stable(value: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
