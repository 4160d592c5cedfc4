import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { searchText } from '#runtime';

interface Commune {
  readonly code: string;
  readonly nom: string;
  readonly type: string;
  readonly departement?: string;
  /** Commune that a former one became part of. */
  readonly chefLieu?: string;
  /** City that an arrondissement is part of. */
  readonly commune?: string;
  readonly codesPostaux?: readonly string[];
}

interface Directory {
  readonly current: ReadonlySet<string>;
  /** Any code, former communes' too, to the code of today. */
  readonly today: ReadonlyMap<string, string>;
  readonly byPostcodeAndName: ReadonlyMap<string, string>;
  /** Null where two communes of a department share the name. */
  readonly byDepartmentAndName: ReadonlyMap<string, string | null>;
}

let directory: Directory | undefined;

/** Read once, when first asked for: the list is large and most requests need none of it. */
function communes(): Directory {
  if (directory) return directory;
  const file = createRequire(import.meta.url).resolve('@etalab/decoupage-administratif/data/communes.json');
  const list = JSON.parse(readFileSync(file, 'utf8')) as Commune[];
  const isCurrent = (commune: Commune) => commune.type === 'commune-actuelle';
  const current = new Map(list.filter(isCurrent).map((commune) => [commune.code, commune]));
  const today = new Map<string, string>();
  const byPostcodeAndName = new Map<string, string>();
  const byDepartmentAndName = new Map<string, string | null>();
  // Communes of today first: a former one never takes their name away.
  for (const commune of [...current.values(), ...list.filter((one) => !isCurrent(one))]) {
    const code = current.has(commune.code) ? commune.code : (commune.chefLieu ?? commune.commune ?? commune.code);
    if (!today.has(commune.code)) today.set(commune.code, code);
    const name = nameKey(commune.nom);
    for (const postcode of commune.codesPostaux ?? [])
      if (!byPostcodeAndName.has(`${postcode} ${name}`)) byPostcodeAndName.set(`${postcode} ${name}`, code);
    const department = commune.departement ?? current.get(code)?.departement;
    if (department === undefined) continue;
    const known = byDepartmentAndName.get(`${department} ${name}`);
    if (known === undefined) byDepartmentAndName.set(`${department} ${name}`, code);
    else if (known !== code && isCurrent(commune)) byDepartmentAndName.set(`${department} ${name}`, null);
  }
  directory = { current: new Set(current.keys()), today, byPostcodeAndName, byDepartmentAndName };
  return directory;
}

/** `Saint`/`St` and the like are written both ways in addresses. */
function nameKey(name: string): string {
  return searchText(name)
    .replace(/\bste\b/g, 'sainte')
    .replace(/\bst\b/g, 'saint')
    .replace(/ (cedex|\d+e?).*$/, '');
}

function departmentsOf(postcode: string): string[] {
  if (postcode.startsWith('20')) return ['2A', '2B'];
  return [/^9[78]/.test(postcode) ? postcode.slice(0, 3) : postcode.slice(0, 2)];
}

/** True for the INSEE code of a commune of today. */
export function isCommune(code: string): boolean {
  return communes().current.has(code);
}

/**
 * The INSEE code of an address as it is today: of the code given when it exists, else of the commune of that name and
 * postcode, else of the only one of that name in the department (a large user's postcode names no commune), else null.
 */
export function communeOf(address: { inseeCode: string | null; postcode: string; commune: string }): string | null {
  const { today, byPostcodeAndName, byDepartmentAndName } = communes();
  const given = address.inseeCode === null ? undefined : today.get(address.inseeCode);
  if (given !== undefined) return given;
  const name = nameKey(address.commune);
  const there = byPostcodeAndName.get(`${address.postcode} ${name}`);
  if (there !== undefined) return there;
  const near = departmentsOf(address.postcode).flatMap((code) => byDepartmentAndName.get(`${code} ${name}`) ?? []);
  return near.length === 1 ? (near[0] ?? null) : null;
}

const OVERSEAS_ZONES: Readonly<Record<string, string>> = {
  '971': 'America/Guadeloupe',
  '972': 'America/Martinique',
  '973': 'America/Cayenne',
  '974': 'Indian/Reunion',
  '975': 'America/Miquelon',
  '976': 'Indian/Mayotte',
  '977': 'America/St_Barthelemy',
  '978': 'America/Marigot',
  '986': 'Pacific/Wallis',
  '987': 'Pacific/Tahiti',
  '988': 'Pacific/Noumea',
};

/** The zone whose clocks a commune lives by. */
export function zoneOfCommune(code: string): string {
  return OVERSEAS_ZONES[code.slice(0, 3)] ?? 'Europe/Paris';
}

/** True for a zone of the IANA list; an offset such as `+02:00` knows no summer time and is none. */
export function isZone(zone: string): boolean {
  if (!/^[A-Za-z]+(\/[A-Za-z0-9_+-]+)+$/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
