import { CHANGED_MEANWHILE } from './shared.refusals.js';

/**
 * Refuses `CHANGED_MEANWHILE` when the caller read another version than the current one; no version given, nothing compared.
 * Trap: call it once the record is loaded as the caller may see it, or its version tells that another branch has it.
 */
export function requireVersion(current: number, expected: number | null | undefined): void {
  if (expected != null && expected !== current) throw CHANGED_MEANWHILE({ current }, 'input.expectedVersion');
}
