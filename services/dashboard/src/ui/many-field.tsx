import { Checkbox } from '@mantine/core';
import { FormField } from './form.js';

/** Any of a few values. */
export function ManyField(props: {
  readonly path: string;
  readonly label: string;
  readonly required?: boolean;
  readonly data: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
}) {
  return (
    <FormField path={`input.${props.path}`} label={props.label} required={props.required ?? false}>
      {({ id, label, error, required }) => (
        <Checkbox.Group
          id={id}
          label={label}
          error={error}
          required={required ?? false}
          value={[...props.chosen]}
          onChange={props.onChange}
        >
          {props.data.map(({ value, label: words }) => (
            <Checkbox key={value} value={value} label={words} mt={8} />
          ))}
        </Checkbox.Group>
      )}
    </FormField>
  );
}
