import type { ReactNode } from 'react';
import { CommuneField } from '../app/commune-field.js';
import { useWords } from '../i18n/words.js';
import { NumberField, TextField } from '../ui/fields.js';
import { EntryForm, FieldRow, SaveButton } from '../ui/form.js';
import type { RefusalShown } from '../ui/refusal.js';
import type { Entry } from '../ui/use-entry.js';

/** What is typed of a branch. */
export interface BranchTyped {
  readonly code: string;
  readonly city: string;
  readonly communeText: string;
  readonly communeCode: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly openedOn: string;
}

/** The fields shared by opening a branch and changing one. */
export function BranchForm(props: {
  readonly label: string;
  readonly entry: Entry<BranchTyped>;
  readonly refusals: readonly RefusalShown[];
  readonly sending: boolean;
  readonly onSend: () => void;
  /** A branch keeps its code and opening day for life: these are asked once. */
  readonly opening: boolean;
  readonly children?: ReactNode;
}) {
  const t = useWords();
  const { values, set } = props.entry;
  const coordinate = (name: 'latitude' | 'longitude') => (
    <NumberField
      path={name}
      label={t(`branch.${name}`)}
      required
      value={values[name]}
      onChange={(value) => set(name, value)}
    />
  );
  return (
    <EntryForm label={props.label} refusals={props.refusals} sending={props.sending} onSend={props.onSend}>
      <FieldRow>
        {props.opening ? (
          <TextField
            path="code"
            label={t('branch.code')}
            description={t('branch.codeHelp')}
            required
            value={values.code}
            onChange={(text) => set('code', text.toUpperCase().slice(0, 2))}
          />
        ) : null}
        <TextField
          path="city"
          label={t('branch.city')}
          required
          value={values.city}
          onChange={(text) => set('city', text)}
        />
      </FieldRow>
      <CommuneField
        required
        text={values.communeText}
        code={values.communeCode}
        onChange={(text, code) => {
          set('communeText', text);
          set('communeCode', code);
        }}
      />
      <FieldRow>
        {coordinate('latitude')}
        {coordinate('longitude')}
      </FieldRow>
      {props.opening ? (
        <TextField
          path="openedOn"
          label={t('branch.openedOn')}
          type="date"
          required
          value={values.openedOn}
          onChange={(text) => set('openedOn', text)}
        />
      ) : null}
      {props.children}
      <SaveButton as="main">{props.label}</SaveButton>
    </EntryForm>
  );
}

/** A commune typed and not chosen is sent as typed: refused beside its field rather than lost without a word. */
export function descriptionOf(values: BranchTyped) {
  return {
    city: values.city,
    communeCode: values.communeCode || values.communeText.trim(),
    latitude: values.latitude ?? Number.NaN,
    longitude: values.longitude ?? Number.NaN,
  };
}
