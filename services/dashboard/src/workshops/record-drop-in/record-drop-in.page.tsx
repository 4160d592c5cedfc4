import { Button, Collapse, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useScope } from '../../app/scope.js';
import { useCommand } from '../../app/use-command.js';
import { keyOf } from '../../app/use-read.js';
import { DropInLanguage } from '../../i18n/drop-in-language.js';
import { useChoices } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { UndoRow } from '../../ui/after-save.js';
import { useEnvironment } from '../../ui/environment.js';
import { EntryForm, SaveButton } from '../../ui/form.js';
import { useFormat } from '../../ui/format.js';
import { KeysField } from '../../ui/keys-field.js';
import { PageHead, Row, Sheet, Stack, TwoBanks } from '../../ui/layout.js';
import { useEntry } from '../../ui/use-entry.js';
import { MY_DROP_INS, RECORD, REFUSE, REFUSED, VOID, VOID_REFUSED } from './drop-ins-query.js';
import { MyDropIns } from './my-drop-ins.js';
import { RefusedToday } from './refused-today.js';
import { useUsualThemes } from './usual-themes.js';

const MINUTES = ['15', '30', '45', '60', '90', '120'] as const;
const FIRST_THEMES = 6;
const FRESH = { theme: null, minutes: null, autonomy: null, gender: '', ageBand: '', device: '' } as const;
interface Values {
  theme: string | null;
  minutes: string | null;
  autonomy: string | null;
  gender: string;
  ageBand: string;
  device: string;
}

/** Somebody came with a question: theme, duration, autonomy, save. Four taps. */
export function Page() {
  return (
    <DropInLanguage>
      <DropIn />
    </DropInLanguage>
  );
}

function DropIn() {
  const t = useWords();
  const format = useFormat();
  const { now, newId } = useEnvironment();
  const { one } = useScope();
  const entry = useEntry<Values>(FRESH);
  const touches = [keyOf(MY_DROP_INS)];
  const record = useCommand(RECORD, { touches });
  const undo = useCommand(VOID, { touches });
  const refused = [keyOf(REFUSED)];
  const refuse = useCommand(REFUSE, { touches: refused });
  const undoRefused = useCommand(VOID_REFUSED, { touches: refused });
  const [said, setSaid] = useState<{ kind: 'saved' | 'refused'; id: string; at: string } | null>(null);
  const today = format.localDate(now());

  const save = async () => {
    const { theme, minutes, autonomy, gender, ageBand, device } = entry.values;
    const input = {
      branch: one ?? null,
      themes: theme ? [theme] : [],
      minutes: Number(minutes ?? 0),
      autonomy,
      gender: gender || null,
      ageBand: ageBand || null,
      devicesUsed: device ? [device] : [],
    };
    const answer = await record.send({ input: input as never }, entry.idempotencyKey);
    if (!answer?.recordDropIn) return;
    setSaid({ kind: 'saved', id: answer.recordDropIn.id, at: answer.recordDropIn.occurredAt });
    entry.renew(FRESH);
  };
  const turnAway = async () => {
    const answer = await refuse.send({ input: { branch: one ?? null } }, newId());
    if (answer?.refuseDropIn)
      setSaid({ kind: 'refused', id: answer.refuseDropIn.id, at: answer.refuseDropIn.occurredAt });
  };
  const takeBack = async () => {
    if (!said) return;
    const reason = t('dropIn.undoReason');
    if (said.kind === 'saved') await undo.send({ input: { supportActId: said.id, reason } }, newId());
    else await undoRefused.send({ input: { refusedDropInId: said.id, reason } }, newId());
    setSaid(null);
  };

  return (
    <Stack gap={24}>
      <PageHead
        title={t('page.dropIn')}
        context={format.day(now())}
        aside={
          <Button variant="default" data-once onClick={() => void turnAway()}>
            {t('dropIn.refuse')}
          </Button>
        }
      />
      {said ? (
        <UndoRow key={said.id} onUndo={() => void takeBack()}>
          {t(said.kind === 'saved' ? 'dropIn.saved' : 'dropIn.refused', { time: format.time(said.at) })}
        </UndoRow>
      ) : null}
      <TwoBanks
        is={
          <Sheet>
            <EntryForm
              label={t('page.dropIn')}
              refusals={[...record.refusals, ...refuse.refusals]}
              sending={record.sending}
              onSend={() => void save()}
            >
              <DropInKeys branch={one ?? ''} values={entry.values} set={entry.set} />
              <SaveButton as="main">{t('dropIn.save')}</SaveButton>
            </EntryForm>
          </Sheet>
        }
        todo={
          <>
            <MyDropIns today={today} />
            <RefusedToday today={today} />
          </>
        }
      />
    </Stack>
  );
}

function DropInKeys({
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
