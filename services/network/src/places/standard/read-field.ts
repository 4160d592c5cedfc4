import type { FieldKind } from './standard-fields.js';

/** What became of one field's text. `repaired`: kept in another form; `dropped`: not kept; `refused`: the row cannot stand. */
export interface Finding {
  readonly fate: 'repaired' | 'dropped' | 'refused';
  readonly fr: string;
  readonly en: string;
}

/** A text as read: what is kept, and what is to be said of it. */
export interface Reading {
  readonly kept: string | null;
  readonly finding?: Finding;
}

const LONGEST = 10_000;
const repaired = (kept: string, fr: string, en: string): Reading => ({ kept, finding: { fate: 'repaired', fr, en } });
const dropped = (fr: string, en: string): Reading => ({ kept: null, finding: { fate: 'dropped', fr, en } });
const refused = (fr: string, en: string): Reading => ({ kept: null, finding: { fate: 'refused', fr, en } });

/** Reads one text of the standard. `raw` is trimmed, composed and not empty. */
export function readText(kind: FieldKind, raw: string): Reading {
  if (raw.length > LONGEST)
    return dropped('Texte trop long : 10 000 caractères au plus.', 'Too long: 10,000 characters at most.');
  if (raw.includes('\0') || !raw.isWellFormed()) return dropped('Caractères illisibles.', 'Unreadable characters.');
  return READERS[kind]?.(raw) ?? { kept: raw };
}

const READERS: Readonly<Partial<Record<FieldKind, (raw: string) => Reading>>> = {
  pivot: readPivot,
  postcode: readPostcode,
  insee: readInsee,
  latitude: readDegrees,
  longitude: readDegrees,
  telephone: readTelephone,
  date: readDate,
  summary: readSummary,
  link: readLink,
  links: readLink,
  emails: readEmail,
};

/** The number that stands for "none known" in so many files. */
export const PIVOT_PLACEHOLDER = '00000000000000';

function readPivot(raw: string): Reading {
  const compact = raw.replace(/[\s.]/g, '');
  if (/^0+$/.test(compact))
    return {
      kept: null,
      finding: {
        fate: 'repaired',
        fr: 'Ce numéro de zéros ne désigne aucune structure : gardé comme « inconnu ».',
        en: 'This number of zeros names no structure: kept as “unknown”.',
      },
    };
  if (!/^[a-zA-Z0-9]{9,14}$/.test(compact))
    return refused(
      'Le pivot est un SIRET, un RNA ou un RIDET : de 9 à 14 chiffres ou lettres.',
      'The pivot is a SIRET, RNA or RIDET number: 9 to 14 digits or letters.',
    );
  return compact === raw ? { kept: raw } : repaired(compact, 'Espaces retirés.', 'Spaces removed.');
}

function readPostcode(raw: string): Reading {
  if (/^\d{5}$/.test(raw)) return { kept: raw };
  const compact = raw.replace(/\s/g, '');
  if (/^\d{4}$/.test(compact)) return repaired(`0${compact}`, 'Zéro initial rétabli.', 'Leading zero restored.');
  if (/^\d{5}$/.test(compact)) return repaired(compact, 'Espaces retirés.', 'Spaces removed.');
  return refused('Le code postal compte 5 chiffres.', 'The postcode has 5 digits.');
}

function readInsee(raw: string): Reading {
  const pattern = /^([013-9]\d|2[AB1-9])\d{3}$/;
  if (pattern.test(raw)) return { kept: raw };
  const fixed = raw.replace(/\s/g, '').toUpperCase().padStart(5, '0');
  if (pattern.test(fixed)) return repaired(fixed, 'Code remis en forme.', 'Code put into form.');
  return dropped('Ce n’est pas un code INSEE de commune.', 'This is no INSEE commune code.');
}

function readDegrees(raw: string): Reading {
  const pattern = /^-?(0|[1-9]\d{0,2})(\.\d{1,20})?$/;
  // Stored as a number, minus zero would come back as zero.
  if (pattern.test(raw) && !/^-0(\.0*)?$/.test(raw)) return { kept: raw };
  const fixed = raw.replace(/\s|°/g, '').replace(',', '.');
  const number = /^[+-]?\d{1,3}(\.\d*)?$/.test(fixed) ? String(Number(fixed) + 0) : '';
  if (pattern.test(number)) return repaired(number, 'Nombre remis en forme.', 'Number put into form.');
  return dropped('Ce n’est pas une coordonnée en degrés décimaux.', 'This is no coordinate in decimal degrees.');
}

const OVERSEAS: Readonly<Record<string, string>> = {
  '0590': '+590',
  '0690': '+590',
  '0691': '+590',
  '0594': '+594',
  '0694': '+594',
  '0596': '+596',
  '0696': '+596',
  '0697': '+596',
  '0262': '+262',
  '0263': '+262',
  '0269': '+262',
  '0639': '+262',
  '0692': '+262',
  '0693': '+262',
};

function readTelephone(raw: string): Reading {
  const pattern = /^(\+33|\+590|\+594|\+262|\+596|\+269|\+687|\+689|\+508|\+681)(\d){6,9}$/;
  if (pattern.test(raw)) return { kept: raw };
  const compact = raw.replace(/\(0\)|[\s.\-/_]/g, '').replace(/^00(?=\d{8})/, '+');
  const international = compact.startsWith('0')
    ? `${OVERSEAS[compact.slice(0, 4)] ?? '+33'}${compact.slice(1)}`
    : compact.replace(/^\+330/, '+33');
  if (pattern.test(international) && (compact.startsWith('+') || /^0\d{9}$/.test(compact)))
    return repaired(international, 'Mis en forme internationale.', 'Put into international form.');
  return dropped(
    'Numéro illisible ; forme attendue : +33556000000.',
    'Unreadable number; expected form: +33556000000.',
  );
}

function readDate(raw: string): Reading {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})(?:[T ][\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?$/.exec(raw) ?? [];
  const [, frDay, frMonth, frYear] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: [\d:]+)?$/.exec(raw) ?? [];
  const iso = year
    ? `${year}-${month}-${day}`
    : `${frYear}-${String(frMonth).padStart(2, '0')}-${String(frDay).padStart(2, '0')}`;
  const instant = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(instant.getTime()) || !instant.toISOString().startsWith(iso) || Number(iso.slice(0, 4)) < 1900)
    return refused('La date est attendue sous la forme 2026-11-26.', 'The date is expected as 2026-11-26.');
  return iso === raw ? { kept: raw } : repaired(iso, 'Date remise en forme.', 'Date put into form.');
}

function readSummary(raw: string): Reading {
  if (raw.length <= 280) return { kept: raw };
  const cut = `${raw.slice(0, 279).toWellFormed().trimEnd()}…`;
  return repaired(cut, 'Coupé à 280 caractères.', 'Cut to 280 characters.');
}

function readLink(raw: string): Reading {
  const bare = dropped('Ce n’est pas une adresse web.', 'This is no web address.');
  if (/^https?:\/\/[^\s|]+$/i.test(raw)) return URL.canParse(raw) ? { kept: raw } : bare;
  const fixed = `https://${raw.replace(/^:?\/+/, '')}`;
  if (/^[\w-]+(\.[\w-]+)+(?:[/?#][^\s|]*)?$/.test(fixed.slice(8)) && URL.canParse(fixed))
    return repaired(fixed, '« https:// » ajouté.', '“https://” added.');
  return bare;
}

function readEmail(raw: string): Reading {
  const address = raw.replace(/^mailto:/i, '').trim();
  if (!/^[^\s@|;,<>"]+@[^\s@|;,<>".]+(\.[^\s@|;,<>".]+)+$/.test(address))
    return dropped('Ce n’est pas une adresse de courriel.', 'This is no e-mail address.');
  return address === raw ? { kept: raw } : repaired(address, 'Adresse remise en forme.', 'Address put into form.');
}
