import type { Label, Terms } from '../../i18n/vocabulary.js';
import { useWords, type Words } from '../../i18n/words.js';
import { WHOLE } from './published-view.js';

/** `2026-T2` in words. */
export function useQuarterName(): (quarter: string) => string {
  const t = useWords();
  return (quarter) => t('openData.quarterName', { n: quarter.slice(-1), year: quarter.slice(0, 4) });
}

/** A territory in words; branches, departments and regions keep their codes. */
export function useTerritoryName(): (territory: string) => string {
  const t = useWords();
  return (territory) => {
    const [level, code = ''] = territory.split('-');
    if (territory === WHOLE) return t('openData.whole');
    if (level === 'REG') return t('openData.region', { code });
    if (level === 'DEP') return t('openData.department', { code });
    return t('openData.branch', { code: territory });
  };
}

/** An indicator's name and definition; one newer than this page shows as its code. */
export function useIndicatorName(): { name: (code: string) => string; definition: (code: string) => string } {
  const t = useWords();
  return {
    name: (code) => known(code, (known) => t(`openData.figure.${known}`)) ?? code,
    definition: (code) => known(code, (known) => t(`openData.definition.${known}`)) ?? '',
  };
}

const INDICATORS = [
  'SUPPORT_ACTS',
  'PEOPLE_ENROLLED',
  'SESSIONS_HELD',
  'ATTENDANCE_SEEN',
  'DEVICES_RECEIVED',
  'DEVICES_SOLD',
] as const;

function known<T>(code: string, say: (known: (typeof INDICATORS)[number]) => T): T | undefined {
  const found = INDICATORS.find((indicator) => indicator === code);
  return found && say(found);
}

const LISTS: Readonly<Record<string, keyof Terms>> = {
  SOLUTION: 'Solution',
  GENDER: 'Gender',
  AGE_BAND: 'AgeBand',
  SOCIAL_STATUS: 'SocialStatus',
  THEME: 'MediationTheme',
  ADMINISTRATIVE_THEME: 'AdministrativeTheme',
};

/** A member of a breakdown in words: `COMPUTER/B` is a computer of grade B. */
export function useMemberName(label: Label): (dimension: string, member: string) => string {
  const t: Words = useWords();
  return (dimension, member) => {
    if (member === 'UNTOLD') return t('openData.untold');
    if (dimension !== 'EQUIPMENT') return label(LISTS[dimension] ?? 'Solution', member);
    const [type = '', grade] = member.split('/');
    return grade ? t('openData.graded', { type: label('EquipmentType', type), grade }) : label('EquipmentType', type);
  };
}
