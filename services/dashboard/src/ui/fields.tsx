import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { FormField } from './form.js';
import { numberText, readNumber } from './number-text.js';

/** What every ready-made field needs: where it writes, what it is called, what it holds. */
export interface FieldProps {
  /** Path under the input, as a refusal names it: `givenName`. */
  readonly path: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly description?: string;
  readonly required?: boolean;
}

/** A line of text bound to its input path; the browser keeps none of it. */
export function TextField(
  props: FieldProps & { readonly type?: 'text' | 'date' | 'datetime-local' | 'time' | 'search'; readonly max?: string },
) {
  const { path, value, onChange, label, type, max, ...rest } = props;
  return (
    <FormField path={`input.${path}`} label={label} {...rest}>
      {(control) => (
        <TextInput
          {...control}
          {...(type ? { type } : {})}
          {...(max ? { max } : {})}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          autoComplete="off"
        />
      )}
    </FormField>
  );
}

/** One value of a list. */
export function ChoiceField(props: FieldProps & { readonly data: readonly { value: string; label: string }[] }) {
  const { path, value, onChange, label, data, ...rest } = props;
  return (
    <FormField path={`input.${path}`} label={label} {...rest}>
      {(control) => (
        <NativeSelect
          {...control}
          data={[...data]}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </FormField>
  );
}

/**
 * A number typed as people write it: `12,5`, `1 200`. What cannot be read as one is given as NaN, never as the number that
 * stood there before.
 */
export function NumberField(
  props: Omit<FieldProps, 'value' | 'onChange'> & {
    readonly value: number | null;
    readonly onChange: (value: number | null) => void;
  },
) {
  const { path, value, onChange, label, ...rest } = props;
  const [text, setText] = useState(numberText(value));
  // Somebody else changed the value, a cleaned form for one.
  const shown = Object.is(readNumber(text), value) ? text : numberText(value);
  return (
    <FormField path={`input.${path}`} label={label} {...rest}>
      {(control) => (
        <TextInput
          {...control}
          inputMode="decimal"
          autoComplete="off"
          value={shown}
          onChange={(event) => {
            setText(event.currentTarget.value);
            onChange(readNumber(event.currentTarget.value));
          }}
        />
      )}
    </FormField>
  );
}
