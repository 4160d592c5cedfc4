import css from './meter.module.css';

/** How much of a whole is there, as a bar under the words that say the same. */
export function Meter(props: {
  readonly label: string;
  readonly value: number;
  readonly of: number;
  readonly words: string;
}) {
  return (
    <div className={css.meter}>
      <span>{props.words}</span>
      <meter className={css.bar} aria-label={props.label} value={props.value} max={props.of}>
        {props.words}
      </meter>
    </div>
  );
}
