import { IconInfoCircle } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { useWords } from '../i18n/words.js';
import css from './figure.module.css';
import { type Amount, type Format, type Measure, useFormat } from './format.js';
import { useLiveDifference } from './use-live-difference.js';

/** A change against the period compared with: sign, word and arrow; neutral in colour, since more is not always better. */
export interface Change {
  readonly by: number;
  readonly measure: 'percent' | 'points' | 'count';
  /** « du 1 au 26 octobre » */
  readonly against: string;
}

/** One figure: never without its definition, its comparison and, when someone watches, what just moved. */
export function Tile(props: {
  readonly label: string;
  readonly value: Amount;
  readonly measure?: Measure;
  readonly change?: Change | undefined;
  /** The shape of its last months. */
  readonly curve?: ReactNode;
  readonly definition: ReactNode;
  /** Stops moving for reading aloud, or for a view as of a past instant. */
  readonly frozen?: boolean;
  /** The service did not answer: last value, hatched. */
  readonly stale?: boolean;
  /** One more mark under the figure: what the network makes of it. */
  readonly beside?: ReactNode;
}) {
  const t = useWords();
  const format = useFormat();
  const difference = useLiveDifference(props.value, props.frozen ?? false);
  const measure = props.measure ?? 'count';
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: no fieldset, since nothing is entered
    <div className={`${css.tile} ${props.stale ? 'hatched' : ''}`} role="group" aria-label={props.label}>
      <div className={css.tileHead}>
        <span>{props.label}</span>
      </div>
      <div className={css.tileValue}>
        <span className={css.tileNumber} data-nothing={typeof props.value === 'number' ? undefined : ''}>
          <span className={measure === 'money' ? 'amount' : undefined}>{format.amount(props.value, measure)}</span>
        </span>
        {difference ? <span className={css.live}>{liveChange(difference, measure, format)}</span> : null}
        {/* The browser's own popover: it closes on Escape and outside, and costs a phone no script. */}
        <button
          type="button"
          className={css.info}
          popoverTarget={id}
          aria-label={t('ui.tile.definition', { figure: props.label })}
        >
          <IconInfoCircle size={18} stroke={1.75} aria-hidden />
        </button>
        <div id={id} popover="auto" className={css.definition}>
          {props.definition}
        </div>
      </div>
      <div className={css.tileFoot}>
        {props.change ? (
          <ChangeText change={props.change} />
        ) : (
          <span className="soft small">{t('ui.change.noBase')}</span>
        )}
        {props.curve ? <span className={css.curve}>{props.curve}</span> : null}
      </div>
      {props.beside}
    </div>
  );
}

/** What just moved, in the figure's own measure: a rate moves by points, an amount by euros. */
function liveChange(by: number, measure: Measure, format: Format): string {
  if (measure === 'money') return `${by > 0 ? '+' : ''}${format.money(by)}`;
  return measure === 'share' ? format.change(by * 100, 'points') : format.change(by, 'count');
}

/** « +8 % ↑ de plus que du 1 au 26 octobre ». */
export function ChangeText({ change }: { readonly change: Change }) {
  const t = useWords();
  const format = useFormat();
  const way = change.by > 0 ? 'more' : change.by < 0 ? 'less' : 'same';
  const arrow = { more: '↑', less: '↓', same: '=' }[way];
  return (
    <span className={css.change}>
      <span className="number">
        {format.change(change.by, change.measure)} <span aria-hidden="true">{arrow}</span>
      </span>{' '}
      <span className="soft">{t(`ui.change.${way}`, { against: change.against })}</span>
    </span>
  );
}

/** Six in a row on a desk, two by three on a phone. */
export function Tiles({ children, label }: { readonly children: ReactNode; readonly label: string }) {
  return (
    <section className={css.tiles} aria-label={label}>
      {children}
    </section>
  );
}
