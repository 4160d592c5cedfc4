import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useLabel } from '../i18n/vocabulary.js';
import { useWords } from '../i18n/words.js';
import { EntryForm, FieldRow, SaveButton } from '../ui/form.js';
import { Sheet, Stack } from '../ui/layout.js';
import type { RefusalShown } from '../ui/refusal.js';
import { Filled } from './filled.js';
import { GROUP_NAMES, PLACE_GROUPS, type PlaceField, type PlaceGroup } from './place-fields.js';
import css from './place-form.module.css';
import { PlaceFieldInput } from './place-inputs.js';
import { filledIn, type PlaceTyped, slipsIn } from './place-typed.js';

/** The 32 fields in six groups, what is required first, and how many of them say something. */
export function PlaceForm(props: {
  readonly label: string;
  readonly typed: PlaceTyped;
  readonly set: (property: string, value: string | readonly string[]) => void;
  readonly refusals: readonly RefusalShown[];
  readonly sending: boolean;
  readonly onSend: () => void;
  readonly onCancel?: () => void;
  /** What stands above the groups: two versions of a record side by side. */
  readonly before?: ReactNode;
  /** Asked once, when a place is entered: who keeps it, under which identifier. */
  readonly opening?: ReactNode;
}) {
  const t = useWords();
  const label = useLabel();
  const [slips, setSlips] = useState<readonly RefusalShown[]>([]);
  const send = () => {
    const found = slipsIn(props.typed);
    setSlips(found);
    if (found.length === 0) props.onSend();
  };
  return (
    <EntryForm
      label={props.label}
      refusals={slips.length > 0 ? slips : props.refusals}
      sending={props.sending}
      onSend={send}
    >
      {props.before}
      <div className={css.banks}>
        <Stack gap={24}>
          {GROUP_NAMES.map((group) => (
            <Sheet key={group} title={label('PlaceGroup', group)}>
              <Stack>
                <Group group={group} typed={props.typed} set={props.set} />
                {group === 'address' ? props.opening : null}
              </Stack>
            </Sheet>
          ))}
        </Stack>
        <div className={css.todo}>
          <Sheet title={t('place.filled')}>
            <Stack>
              <Filled count={filledIn(props.typed)} />
              <SaveButton as="main">{t('place.save')}</SaveButton>
              {props.onCancel ? (
                <Button variant="default" onClick={props.onCancel}>
                  {t('place.keep')}
                </Button>
              ) : null}
            </Stack>
          </Sheet>
        </div>
      </div>
    </EntryForm>
  );
}

/** Short lines stand beside each other, everything else takes the whole width; the order is that of the standard's form. */
function Group(props: {
  readonly group: PlaceGroup;
  readonly typed: PlaceTyped;
  readonly set: (property: string, value: string | readonly string[]) => void;
}) {
  const input = (field: PlaceField) => (
    <PlaceFieldInput
      key={field.property}
      field={field}
      value={props.typed[field.property] ?? ''}
      onChange={(value) => props.set(field.property, value)}
    />
  );
  const fields = PLACE_GROUPS[props.group];
  const isShort = ({ kind }: PlaceField) => kind === 'line' || kind === 'degrees';
  return (
    <>
      <FieldRow>{fields.filter(isShort).map(input)}</FieldRow>
      {fields.filter((field) => !isShort(field)).map(input)}
    </>
  );
}
