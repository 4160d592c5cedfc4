import { useCallback } from 'react';
import { useWords } from '../i18n/words.js';

const SERVICES = ['network', 'beneficiaries', 'workshops', 'equipment', 'reporting'] as const;

/** What the reader calls a service: « Le matériel », never `equipment`. */
export function useServiceName(): (service: string) => string {
  const t = useWords();
  return useCallback(
    (service) => {
      const known = SERVICES.find((name) => name === service);
      return known ? t(`service.${known}`) : service;
    },
    [t],
  );
}
