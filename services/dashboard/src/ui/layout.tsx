import type { ReactNode } from 'react';
import { useId } from 'react';
import css from './layout.module.css';

/** Title, one line of context, the one main action. On a phone the action sits above the bottom bar, in thumb reach. */
export function PageHead(props: {
  readonly title: ReactNode;
  readonly context?: ReactNode;
  readonly action?: ReactNode;
  /** Quiet actions beside the main one. */
  readonly aside?: ReactNode;
}) {
  return (
    <div className={css.head}>
      <div className={css.headText}>
        <h1 tabIndex={-1}>{props.title}</h1>
        {props.context ? <p className="soft">{props.context}</p> : null}
      </div>
      {props.aside ? <div className={css.headAside}>{props.aside}</div> : null}
      {props.action ? (
        <div className={css.mainAction} data-main-action>
          {props.action}
        </div>
      ) : null}
    </div>
  );
}

/** A white sheet on the stone ground. Sheets are never put inside sheets. */
export function Sheet(props: {
  readonly title?: ReactNode;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly flush?: boolean;
}) {
  const id = useId();
  return (
    <section className={css.sheet} data-flush={props.flush || undefined} aria-labelledby={props.title ? id : undefined}>
      {props.title || props.aside ? (
        <div className={css.sheetHead}>
          {props.title ? <h2 id={id}>{props.title}</h2> : <span />}
          {props.aside}
        </div>
      ) : null}
      {props.children}
    </section>
  );
}

/** Two banks: what is (two thirds), what to do (one third). One column on a phone, what is first. */
export function TwoBanks({ is, todo }: { readonly is: ReactNode; readonly todo: ReactNode }) {
  return (
    <div className={css.banks}>
      <div className={css.bank}>{is}</div>
      <div className={css.bank}>{todo}</div>
    </div>
  );
}

/** Two equal columns, for a trend beside its map; one under the other on a phone. */
export function Halves({ children }: { readonly children: ReactNode }) {
  return <div className={css.halves}>{children}</div>;
}

/** Sheets of unlike heights in two columns, read down the first and then the second; one column on a phone. */
export function Columns({ children }: { readonly children: ReactNode }) {
  return <div className={css.columns}>{children}</div>;
}

/** Things one under the other, at one of the design's distances. */
export function Stack({
  gap = 16,
  children,
}: {
  readonly gap?: 4 | 8 | 12 | 16 | 24 | 32;
  readonly children: ReactNode;
}) {
  return (
    <div className={css.stack} style={{ gap }}>
      {children}
    </div>
  );
}

/** People or things one under the other, a hairline between them. */
export function Lines({ children }: { readonly children: ReactNode }) {
  return <div className={css.rows}>{children}</div>;
}

/** Things side by side, wrapping when there is no room. */
export function Row(props: {
  readonly gap?: 4 | 8 | 12 | 16 | 24;
  readonly apart?: boolean;
  /** `end`: a button beside a labelled field stands at the field's foot. */
  readonly align?: 'end';
  readonly children: ReactNode;
}) {
  return (
    <div
      className={css.row}
      style={{
        gap: props.gap ?? 12,
        justifyContent: props.apart ? 'space-between' : undefined,
        alignItems: props.align,
      }}
    >
      {props.children}
    </div>
  );
}

export type Tone = 'good' | 'care' | 'wrong' | 'note' | 'lantern' | 'plain';

/** A state in words; the colour only repeats what the word says. */
export function Chip({ tone = 'plain', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return (
    <span className={css.chip} data-tone={tone}>
      {children}
    </span>
  );
}

/** A sentence that matters, on its soft ground. */
export function Notice(props: { readonly tone?: Tone; readonly title?: ReactNode; readonly children?: ReactNode }) {
  return (
    <div className={css.notice} data-tone={props.tone ?? 'note'}>
      {props.title ? <strong>{props.title}</strong> : null}
      {props.children ? <div>{props.children}</div> : null}
    </div>
  );
}

/** Label and value pairs. */
export function Facts({ facts }: { readonly facts: readonly (readonly [label: string, value: ReactNode])[] }) {
  return (
    <dl className={css.facts}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
