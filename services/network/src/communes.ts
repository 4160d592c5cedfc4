import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { searchText } from './search-text.js';

interface Commune {
  readonly code: string;
  readonly nom: string;
  readonly type: string;
  readonly codesPostaux?: readonly string[];
}

interface Directory {
  readonly codes: ReadonlySet<string>;
  readonly current: ReadonlySet<string>;
  readonly byPostcodeAndName: ReadonlyMap<string, string>;
}

let directory: Directory | undefined;

/** Read once, when first asked for: the list is large and most requests need none of it. */
function communes(): Directory {
  if (directory) return directory;
  const file = createRequire(import.meta.url).resolve('@etalab/decoupage-administratif/data/communes.json');
  const list = JSON.parse(readFileSync(file, 'utf8')) as Commune[];
  const isCurrent = (commune: Commune) => commune.type === 'commune-actuelle';
  const byPostcodeAndName = new Map<string, string>();
  for (const commune of list)
    for (const postcode of commune.codesPostaux ?? []) {
      const key = `${postcode} ${nameKey(commune.nom)}`;
      if (isCurrent(commune) || !byPostcodeAndName.has(key)) byPostcodeAndName.set(key, commune.code);
    }
  directory = {
    codes: new Set(list.map((commune) => commune.code)),
    current: new Set(list.filter(isCurrent).map((commune) => commune.code)),
    byPostcodeAndName,
  };
  return directory;
}

/** `Saint`/`St` and the like are written both ways in addresses. */
function nameKey(name: string): string {
  return searchText(name)
    .replace(/\bste\b/g, 'sainte')
    .replace(/\bst\b/g, 'saint')
    .replace(/ (cedex|\d+e?).*$/, '');
}

/** True for the INSEE code of a commune of today. */
export function isCommune(code: string): boolean {
  return communes().current.has(code);
}

/** The INSEE code of an address: the one given when it exists, else the commune of that name and postcode, else null. */
export function communeOf(address: { inseeCode: string | null; postcode: string; commune: string }): string | null {
  const { codes, byPostcodeAndName } = communes();
  if (address.inseeCode !== null && codes.has(address.inseeCode)) return address.inseeCode;
  return byPostcodeAndName.get(`${address.postcode} ${nameKey(address.commune)}`) ?? null;
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
