import { Button, Collapse, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useChoices } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { KeysField } from '../../ui/keys-field.js';
import { Row } from '../../ui/layout.js';
import type { EnteredDropIn } from './pending-drop-ins.js';
import { useUsualThemes } from './usual-themes.js';

const MINUTES = ['15', '30', '45', '60', '90', '120'] as const;
const FIRST_THEMES = 6;

/** What stands in the form. */
export interface Values {
  readonly theme: string | null;
  readonly minutes: string | null;
  readonly autonomy: string | null;
  readonly gender: string;
  readonly ageBand: string;
  readonly device: string;
}

/** The form before the first tap. */
export const FRESH: Values = { theme: null, minutes: null, autonomy: null, gender: '', ageBand: '', device: '' };

/** What is sent of what stands in the form. */
export function enteredOf(values: Values, branch: string | null): Omit<EnteredDropIn, 'occurredAt'> {
  const { theme, minutes, autonomy, gender, ageBand, device } = values;
  return {
    branch,
    themes: theme ? [theme] : [],
    minutes: Number(minutes ?? 0),
    autonomy,
    gender: gender || null,
    ageBand: ageBand || null,
    devicesUsed: device ? [device] : [],
  };
}

/** The form as it stood when that was entered. */
export function valuesOf({ themes, minutes, autonomy, gender, ageBand, devicesUsed }: EnteredDropIn): Values {
  return {
    theme: themes[0] ?? null,
    minutes: String(minutes),
    autonomy,
    gender: gender ?? '',
    ageBand: ageBand ?? '',
    device: devicesUsed[0] ?? '',
  };
}

/** Theme, duration, autonomy; the rest unfolds. */
export function DropInKeys({
  branch,
  values,
  set,
}: {
  readonly branch: string;
  readonly values: Values;
  readonly set: <K extends keyof Values>(field: K, value: Values[K]) => void;
}) {
  const t = useWords();
  const [all, setAll] = useState(false);
  const [more, setMore] = useState(false);
  const themes = useChoices('MediationTheme');
  const autonomy = useChoices('AutonomyLevel');
  const genders = useChoices('Gender');
  const ages = useChoices('AgeBand');
  const devices = useChoices('DeviceUsed');
  const ordered = useUsualThemes(branch, themes);
  const shown = all ? ordered : ordered.filter((theme, index) => index < FIRST_THEMES || theme.value === values.theme);
  const blank = { value: '', label: '–' };
  return (
    <>
      <KeysField
        label={t('dropIn.theme')}
        options={shown}
        value={values.theme}
        onChange={(theme) => set('theme', theme)}
      />
      {all ? null : (
        <Button variant="subtle" onClick={() => setAll(true)}>
          {t('dropIn.allThemes')}
        </Button>
      )}
      <KeysField
        label={t('dropIn.minutes')}
        options={MINUTES.map((value) => ({ value, label: value }))}
        value={values.minutes as never}
        onChange={(minutes) => set('minutes', minutes)}
      />
      <KeysField
        label={t('dropIn.autonomy')}
        options={autonomy}
        value={values.autonomy as never}
        onChange={(value) => set('autonomy', value)}
      />
      <Button variant="subtle" aria-expanded={more} onClick={() => setMore(!more)}>
        {t('dropIn.more')}
      </Button>
      <Collapse expanded={more}>
        <Row>
          <NativeSelect
            label={t('dropIn.gender')}
            data={[blank, ...genders]}
            value={values.gender}
            onChange={(event) => set('gender', event.currentTarget.value)}
          />
          <NativeSelect
            label={t('dropIn.age')}
            data={[blank, ...ages]}
            value={values.ageBand}
            onChange={(event) => set('ageBand', event.currentTarget.value)}
          />
          <NativeSelect
            label={t('dropIn.device')}
            data={[blank, ...devices]}
            value={values.device}
            onChange={(event) => set('device', event.currentTarget.value)}
          />
        </Row>
      </Collapse>
    </>
  );
}
