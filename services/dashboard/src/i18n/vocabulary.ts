import { useCallback } from 'react';
import type { afterSalesTerms } from './after-sales.fr.js';
import type { assessmentTerms } from './assessments.fr.js';
import type { deviceTerms } from './device-terms.fr.js';
import type { donationTerms } from './donations.fr.js';
import { useVocabulary } from './language.js';
import type { noticeTerms } from './notices.fr.js';
import type { peopleImportTerms } from './people-imports.fr.js';
import type { PlaceTerms } from './place-terms.fr.js';
import type { supportTerms } from './supports.fr.js';
import type { teamTerms } from './team.fr.js';
import type { transferTerms } from './transfers.fr.js';
import type { Vocabulary } from './vocabulary.fr.js';

/** Every list of labelled values. Those of places, devices and transfers are there on their own pages alone. */
export type Terms = typeof afterSalesTerms &
  typeof assessmentTerms &
  typeof peopleImportTerms &
  typeof supportTerms &
  typeof deviceTerms &
  typeof donationTerms &
  Vocabulary &
  PlaceTerms &
  typeof transferTerms &
  typeof noticeTerms &
  typeof teamTerms;

/** The label of a value on the wire: `label('Grade', 'PREMIUM')`. A value newer than this page shows as itself. */
export type Label = <E extends keyof Terms>(list: E, value: string) => string;

export function useLabel(): Label {
  const vocabulary = useVocabulary();
  return useCallback(
    (list, value) => {
      const labels: Readonly<Record<string, string>> = vocabulary[list] ?? {};
      return labels[value] ?? value;
    },
    [vocabulary],
  );
}

/** Choices for a select or for big keys, in the trade's order. */
export function useChoices<E extends keyof Terms>(list: E): { value: keyof Terms[E] & string; label: string }[] {
  const labels: Readonly<Record<string, string>> = useVocabulary()[list] ?? {};
  return Object.entries(labels).map(([value, label]) => ({ value: value as keyof Terms[E] & string, label }));
}
