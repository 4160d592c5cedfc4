import { parse } from 'csv-parse/sync';
import { DataErasureMethod, EquipmentType } from '#events';
import { refuseSensitive } from '#runtime';
import type { DeviceSpecsInput } from '../devices/device-specs.js';
import { StorageKind } from '../devices/grade-rule.js';
import { AUDIT_COLUMNS, AUDIT_UNREADABLE, AUDIT_VALUE } from './audit.refusals.js';

/** What a bench found on one device. */
export interface AuditRow {
  readonly tag: string | null;
  readonly type: EquipmentType | null;
  readonly specs: DeviceSpecsInput;
  readonly technicalNote: number | null;
  readonly lookNote: number | null;
  readonly erasure: { readonly method: DataErasureMethod; readonly proof: string | null } | null;
}

/** The columns a bench may write, and which field of a device each one tells. */
export const COLUMNS = {
  tag: 'tag',
  type: 'type',
  serial: 'specs.serial',
  imei: 'specs.imei',
  ram_gb: 'specs.ramGb',
  storage_gb: 'specs.storageGb',
  storage_kind: 'specs.storageKind',
  cpu_mark: 'specs.cpuMark',
  os: 'specs.os',
  battery_percent: 'specs.batteryPercent',
  notes: 'specs.notes',
  technical_note: 'technicalNote',
  look_note: 'lookNote',
  erasure_method: 'erasureMethod',
  erasure_proof: 'erasureProof',
} as const;
type Column = keyof typeof COLUMNS;

/** One row as it stands in the file: text by column. */
export type RawRow = Readonly<Partial<Record<Column, string>>>;

/** The rows of a file. Refuses `AUDIT_UNREADABLE`, and `AUDIT_COLUMNS` with the names of all foreign columns. */
export function readAuditFile(content: string): RawRow[] {
  const rows = content.trimStart().startsWith('[') ? readJson(content) : readCsv(content);
  const foreign = new Set(rows.flatMap((row) => Object.keys(row)).filter((name) => !(name in COLUMNS)));
  if (foreign.size > 0)
    throw AUDIT_COLUMNS(
      { foreign: [...foreign].slice(0, 20).join(', '), known: Object.keys(COLUMNS).join(', ') },
      'input.content',
    );
  return rows as RawRow[];
}

function readCsv(content: string): Record<string, string>[] {
  try {
    return parse(content, {
      bom: true,
      delimiter: [',', ';', '\t'],
      columns: (header: string[]) => header.map((name) => name.trim().toLowerCase()),
      skip_empty_lines: true,
      trim: true,
    });
  } catch {
    throw AUDIT_UNREADABLE({}, 'input.content');
  }
}

function readJson(content: string): Record<string, string>[] {
  let found: unknown;
  try {
    found = JSON.parse(content);
  } catch {
    throw AUDIT_UNREADABLE({}, 'input.content');
  }
  if (!Array.isArray(found) || found.some((row) => typeof row !== 'object' || row === null || Array.isArray(row)))
    throw AUDIT_UNREADABLE({}, 'input.content');
  return found.map((row: Record<string, unknown>) =>
    Object.fromEntries(
      Object.entries(row).flatMap(([name, value]) => (value == null ? [] : [[name.toLowerCase(), String(value)]])),
    ),
  );
}

/** What a row says. Refuses `AUDIT_VALUE` and `SENSITIVE_TEXT` at the column: JSON may write a text so that the whole file does not show it. */
export function readAuditRow(raw: RawRow): AuditRow {
  const text = (column: Column) => {
    const value = raw[column]?.trim() || null;
    if (value !== null) refuseSensitive(value, column);
    return value;
  };
  const whole = (column: Column): number | null => {
    const value = text(column);
    if (value === null) return null;
    if (!/^-?\d{1,7}$/.test(value)) throw AUDIT_VALUE({ allowed: '0, 1, 2…' }, column);
    return Number(value);
  };
  const word = <W extends string>(column: Column, words: readonly W[]): W | null => {
    const value = text(column)?.toUpperCase();
    if (value === undefined) return null;
    const found = words.find((one) => one === value);
    if (found === undefined) throw AUDIT_VALUE({ allowed: words.join(', ') }, column);
    return found;
  };
  const method = word('erasure_method', DataErasureMethod.options);
  // What a bench leaves empty it says nothing of: an absent value never wipes a known one.
  const specs = {
    serial: text('serial'),
    imei: text('imei'),
    ramGb: whole('ram_gb'),
    storageGb: whole('storage_gb'),
    storageKind: word('storage_kind', Object.values(StorageKind)),
    cpuMark: whole('cpu_mark'),
    os: text('os'),
    batteryPercent: whole('battery_percent'),
    notes: text('notes'),
  };
  return {
    tag: text('tag'),
    type: word('type', EquipmentType.options),
    specs: Object.fromEntries(Object.entries(specs).filter(([, value]) => value !== null)),
    technicalNote: whole('technical_note'),
    lookNote: whole('look_note'),
    erasure: method === null ? null : { method, proof: text('erasure_proof') },
  };
}
