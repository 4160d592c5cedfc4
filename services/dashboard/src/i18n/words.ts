import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { MessageId } from './fr.js';

/** What a sentence may be filled with. Numbers arrive formatted, except where the sentence chooses its plural by them. */
export type WordValues = Readonly<Record<string, string | number>>;
/** One sentence of the interface in the reader's language. */
export type Words = (id: MessageId, values?: WordValues) => string;

/** The interface's sentences: `const t = useWords()`, then `t('ui.close')`. An unknown id does not compile. */
export function useWords(): Words {
  const intl = useIntl();
  return useCallback((id, values) => intl.formatMessage({ id }, values), [intl]);
}
