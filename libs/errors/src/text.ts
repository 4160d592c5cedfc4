import { REASON_REQUIRED, TEXT_LENGTH } from './shared.refusals.js';

/** The text, trimmed and in composed form (NFC). Refuses `TEXT_LENGTH` outside `min`–`max` characters. */
export function requireText(value: string, field: string, { min = 1, max }: { min?: number; max: number }): string {
  const text = value.normalize('NFC').trim();
  // Postgres text cannot hold NUL, and a lone surrogate does not survive UTF-8.
  if (text.length < min || text.length > max || text.includes('\0') || !text.isWellFormed())
    throw TEXT_LENGTH({ min, max }, field);
  return text;
}

/** Like `requireText`, but empty or absent gives null. */
export function optionalText(value: string | null | undefined, field: string, { max }: { max: number }): string | null {
  if (value == null || value.trim() === '') return null;
  return requireText(value, field, { max });
}

/** Why something is corrected or voided, 3–500 characters. Refuses `REASON_REQUIRED`. Kept by the owner, never sent in events. */
export function requireReason(value: string, field = 'input.reason'): string {
  const text = value.normalize('NFC').trim();
  if (text.length < 3 || text.length > 500 || text.includes('\0') || !text.isWellFormed())
    throw REASON_REQUIRED({}, field);
  return text;
}
