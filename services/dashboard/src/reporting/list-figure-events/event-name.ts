import { evidence } from '../../i18n/evidence.fr.js';
import type { MessageId } from '../../i18n/fr.js';

/** The sentence that names an event of this type; the oldest events say none. */
export function eventName(type: string | null): MessageId {
  const id = `evidence.type.${type}`;
  return id in evidence ? (id as MessageId) : 'evidence.type.unknown';
}
