import css from './counts.module.css';
import { useFormat } from './format.js';

/** A few counts side by side, each under its name; one that is `wrong` stands out when it is not nought. */
export function Counts(props: {
  readonly of: readonly { readonly name: string; readonly count: number; readonly wrong?: boolean }[];
}) {
  const format = useFormat();
  return (
    <dl className={css.counts}>
      {props.of.map(({ name, count, wrong }) => (
        <div key={name} data-wrong={(wrong && count > 0) || undefined}>
          <dt>{name}</dt>
          <dd>{format.number(count)}</dd>
        </div>
      ))}
    </dl>
  );
}
