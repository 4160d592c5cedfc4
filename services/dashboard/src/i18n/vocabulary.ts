import { useCallback } from 'react';
import { useVocabulary } from './language.js';
import { vocabulary as french, type Vocabulary } from './vocabulary.fr.js';

/** The label of a value on the wire: `label('Grade', 'PREMIUM')`. A value newer than this page shows as itself. */
export type Label = <E extends keyof Vocabulary>(list: E, value: string) => string;

export function useLabel(): Label {
  const vocabulary = useVocabulary();
  return useCallback(
    (list, value) => {
      const labels: Readonly<Record<string, string>> = vocabulary[list];
      return labels[value] ?? value;
    },
    [vocabulary],
  );
}

/** Choices for a select or for big keys, in the trade's order. */
export function useChoices<E extends keyof Vocabulary>(
  list: E,
): { value: keyof Vocabulary[E] & string; label: string }[] {
  const label = useLabel();
  return Object.keys(french[list]).map((value) => ({
    value: value as keyof Vocabulary[E] & string,
    label: label(list, value),
  }));
}
