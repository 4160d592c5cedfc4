import { useId } from 'react';
import css from './form.module.css';

/** Labels of so many letters stand three beside each other on a phone. */
const SHORT = 5;

/** Big keys for one choice out of a few: a radio group that a thumb can hit. */
export function KeysField<V extends string>(props: {
  readonly label: string;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly value: V | null;
  readonly onChange: (value: V) => void;
}) {
  const name = useId();
  return (
    <fieldset className={css.keys} data-short={props.options.every(({ label }) => label.length <= SHORT) || undefined}>
      <legend>{props.label}</legend>
      {props.options.map((option) => (
        <label key={option.value} className={css.key}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === props.value}
            onChange={() => props.onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
