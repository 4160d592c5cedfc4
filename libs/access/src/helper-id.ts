import { createHash } from 'node:crypto';

/**
 * By what a helper is counted once, in whichever branch: made of their sign-in, so that it is the same everywhere, and leads nowhere for
 * whoever does not know the sign-in. The network service's database makes the same one (`helper_id_of`).
 */
export function helperIdOf(subject: string): string {
  const hex = createHash('sha256').update(`helper ${subject}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
