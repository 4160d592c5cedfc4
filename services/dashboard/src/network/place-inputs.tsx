import { Button, Checkbox, InputBase, NativeSelect } from '@mantine/core';
import { useChoices, useLabel } from '../i18n/vocabulary.js';
import { useWords } from '../i18n/words.js';
import { TextField } from '../ui/fields.js';
import { FormField } from '../ui/form.js';
import { useFormat } from '../ui/format.js';
import type { PlaceField } from './place-fields.js';
import css from './place-form.module.css';

type Value = string | readonly string[];

/** The control of one field of the standard, with the help that its form asks for. */
export function PlaceFieldInput(props: {
  readonly field: PlaceField;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}) {
  const label = useLabel();
  const help = useHelp(props.field, props.value);
  const { field, onChange } = props;
  const named = {
    path: field.property,
    label: label('PlaceColumn', field.column),
    ...(help ? { description: help } : {}),
    ...(field.required ? { required: true } : {}),
  };
  if (typeof props.value !== 'string')
    return field.words === 'StructureType' ? (
      <StructuresInput {...named} chosen={props.value} onChange={onChange} />
    ) : (
      <WordsInput {...named} words={field.words ?? 'PlaceService'} chosen={props.value} onChange={onChange} />
    );
  const text = props.value;
  if (field.kind === 'list' || field.kind === 'long')
    return (
      <FormField {...named} path={`input.${field.property}`}>
        {(control) => (
          <InputBase
            {...control}
            component="textarea"
            multiline
            rows={field.kind === 'list' ? 2 : 4}
            autoComplete="off"
            value={text}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        )}
      </FormField>
    );
  return <TextField {...named} value={text} onChange={onChange} />;
}

function useHelp(field: PlaceField, value: Value): string | undefined {
  const t = useWords();
  const format = useFormat();
  if (field.kind === 'list') return t('place.lines');
  if (field.kind === 'degrees') return t('place.degreesHelp');
  if (field.column === 'pivot') return t('place.pivotHelp');
  if (field.column === 'code_insee') return t('place.inseeHelp');
  if (field.column === 'horaires') return t('place.hoursHelp');
  if (field.column === 'presentation_resume') return t('place.summaryHelp', { count: format.number(value.length) });
  return undefined;
}

interface Named {
  readonly path: string;
  readonly label: string;
  readonly description?: string;
}

/** A few words of the standard, all in sight. */
function WordsInput(
  props: Named & {
    readonly words: NonNullable<PlaceField['words']>;
    readonly chosen: readonly string[];
    readonly onChange: (chosen: readonly string[]) => void;
  },
) {
  const choices = useChoices(props.words);
  return (
    <FormField path={`input.${props.path}`} label={props.label}>
      {({ id, label, error }) => (
        <Checkbox.Group id={id} label={label} error={error} value={[...props.chosen]} onChange={props.onChange}>
          <div className={css.words}>
            {choices.map((choice) => (
              <Checkbox key={choice.value} value={choice.value} label={choice.label} />
            ))}
          </div>
        </Checkbox.Group>
      )}
    </FormField>
  );
}

/** Ninety-two kinds of structure: those chosen, each removable, and a list to add one from. */
function StructuresInput(
  props: Named & { readonly chosen: readonly string[]; readonly onChange: (chosen: readonly string[]) => void },
) {
  const t = useWords();
  const label = useLabel();
  const { language } = useFormat();
  const choices = useChoices('StructureType')
    .filter(({ value }) => !props.chosen.includes(value))
    .sort((one, other) => one.label.localeCompare(other.label, language));
  return (
    <FormField path={`input.${props.path}`} label={props.label}>
      {(control) => (
        <>
          <NativeSelect
            {...control}
            data={[{ value: '', label: t('place.addStructure') }, ...choices]}
            value=""
            onChange={(event) => {
              if (event.currentTarget.value) props.onChange([...props.chosen, event.currentTarget.value]);
            }}
          />
          <ul className={css.chosen} aria-label={props.label}>
            {props.chosen.map((word) => {
              const what = label('StructureType', word);
              return (
                <li key={word}>
                  <Button
                    size="compact-md"
                    variant="default"
                    aria-label={t('place.removeStructure', { what })}
                    onClick={() => props.onChange(props.chosen.filter((other) => other !== word))}
                  >
                    {what} ×
                  </Button>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </FormField>
  );
}
