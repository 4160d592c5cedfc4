import { useWords } from '../i18n/words.js';
import { useFormat } from '../ui/format.js';
import { Meter } from '../ui/meter.js';
import { ALL_FIELDS } from './place-fields.js';

/** « 14 sur 32 », as words and as a bar. */
export function Filled({ count }: { readonly count: number }) {
  const t = useWords();
  const format = useFormat();
  const words = t('place.filledOf', { filled: format.number(count), all: ALL_FIELDS });
  return <Meter label={t('place.filled')} value={count} of={ALL_FIELDS} words={words} />;
}
