import { createRequire } from 'node:module';
import { Field, ObjectType } from '@nestjs/graphql';
import { searchText } from '#runtime';

@ObjectType({ description: 'A French commune of the official list.' })
export class Commune {
  @Field(() => String, { description: 'INSEE code, five characters.' })
  code: string;

  @Field(() => String, { description: 'Its name.' })
  name: string;

  @Field(() => [String], { description: 'Its postcodes.' })
  postcodes: string[];

  @Field(() => String, { description: 'Code of its department, `33`, `2A`, `974`.' })
  departement: string;
}

interface ListedCommune {
  readonly code: string;
  readonly nom: string;
  readonly type: string;
  readonly departement: string;
  readonly codesPostaux?: string[];
  readonly population?: number;
}

interface Indexed {
  readonly commune: Commune;
  readonly folded: string;
  readonly population: number;
}

const require = createRequire(import.meta.url);
let list: Indexed[] | undefined;
let byCode: Map<string, Commune> | undefined;
let byName: Map<string, Commune[]> | undefined;
let byPostcode: Map<string, Commune[]> | undefined;

/** The commune with this INSEE code; undefined for one that is not, or no longer, a commune. */
export function communeOf(code: string): Commune | undefined {
  byCode ??= new Map(communes().map(({ commune }) => [commune.code, commune]));
  return byCode.get(code);
}

/** The communes this name, INSEE code or postcode means, exactly: none, one, or several of the same name. */
export function communesNamed(name: string, postcode: string): Commune[] {
  const byOwnCode = communeOf(name.trim().toUpperCase());
  if (byOwnCode) return [byOwnCode];
  const wanted = fold(name);
  byName ??= grouped(communes().map(({ commune, folded }) => [folded, commune]));
  byPostcode ??= grouped(
    communes().flatMap(({ commune }) => commune.postcodes.map((code) => [code, commune] as const)),
  );
  const there = postcode === '' ? undefined : (byPostcode.get(postcode.padStart(5, '0')) ?? []);
  if (wanted === '') return [...(there ?? [])];
  const named = byName.get(wanted) ?? [];
  return there === undefined ? [...named] : named.filter((commune) => there.includes(commune));
}

function grouped(entries: readonly (readonly [string, Commune])[]): Map<string, Commune[]> {
  const groups = new Map<string, Commune[]>();
  for (const [key, commune] of entries) {
    const group = groups.get(key);
    if (group) group.push(commune);
    else groups.set(key, [commune]);
  }
  return groups;
}

/** Communes whose postcode or name begins with the text, accents and case aside; the largest first. */
export function findCommunes(text: string, first: number): Commune[] {
  const wanted = fold(text);
  if (wanted.length < 2) return [];
  const found = /^\d+$/.test(wanted)
    ? communes().filter(({ commune }) => commune.postcodes.some((postcode) => postcode.startsWith(wanted)))
    : communes().filter(({ folded }) => ` ${folded}`.includes(` ${wanted}`));
  return found
    .sort((a, b) => rank(a, wanted) - rank(b, wanted) || b.population - a.population)
    .slice(0, first)
    .map(({ commune }) => commune);
}

function rank({ folded }: Indexed, wanted: string): number {
  if (folded === wanted) return 0;
  return folded.startsWith(wanted) ? 1 : 2;
}

// Read on first use: the file is eight megabytes, and a service that only reacts never needs it.
function communes(): Indexed[] {
  list ??= (require('@etalab/decoupage-administratif/data/communes.json') as ListedCommune[])
    .filter(({ type }) => type === 'commune-actuelle')
    .map((listed) => ({
      commune: Object.assign(new Commune(), {
        code: listed.code,
        name: listed.nom,
        postcodes: listed.codesPostaux ?? [],
        departement: listed.departement,
      }),
      folded: fold(listed.nom),
      population: listed.population ?? 0,
    }));
  return list;
}

function fold(text: string): string {
  return searchText(text).replace(/^ste? /, (saint) => (saint === 'st ' ? 'saint ' : 'sainte '));
}
