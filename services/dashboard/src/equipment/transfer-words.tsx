import { useLabel } from '../i18n/vocabulary.js';
import { useWords } from '../i18n/words.js';
import type { Tone } from '../ui/layout.js';
import type { LineShown } from './transfer-query.js';

/** How the states of a transfer look. */
export const TRANSFER_TONES: Readonly<Record<string, Tone>> = {
  REQUESTED: 'lantern',
  ACCEPTED: 'note',
  SHIPPED: 'note',
  RECEIVED: 'good',
  DISCREPANCY: 'care',
};

/** « Ordinateur · catégorie B », or a tag. */
export function useWhat(): (line: Pick<LineShown, 'type' | 'grade' | 'tag'>) => string {
  const t = useWords();
  const label = useLabel();
  return ({ type, grade, tag }) =>
    tag ?? t('till.device', { type: label('EquipmentType', type), grade: grade ? label('Grade', grade) : '–' });
}
