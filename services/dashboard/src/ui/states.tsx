import { Button, CopyButton } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useWords } from '../i18n/words.js';
import { Deck } from './deck.js';
import { useFormat } from './format.js';
import css from './states.module.css';

/** Nothing here: one sentence on why, one action. The three reasons never share a sentence. */
export function Empty(props: {
  readonly reason: 'nothing-yet' | 'no-match' | 'not-yours';
  readonly children: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className={css.empty} data-reason={props.reason}>
      <Deck />
      <p>{props.children}</p>
      {props.action}
    </div>
  );
}

const LOADING_AFTER_MS = 200;
const STILL_AFTER_MS = 4_000;

/** The lines of what is coming, after 200 ms and without shimmer; after four seconds it says so. */
export function Loading({ lines = 4 }: { readonly lines?: number }) {
  const t = useWords();
  const [stage, setStage] = useState<'silent' | 'lines' | 'still'>('silent');
  useEffect(() => {
    const soon = setTimeout(() => setStage('lines'), LOADING_AFTER_MS);
    const later = setTimeout(() => setStage('still'), STILL_AFTER_MS);
    return () => {
      clearTimeout(soon);
      clearTimeout(later);
    };
  }, []);
  if (stage === 'silent') return <div className={css.loading} aria-busy="true" />;
  return (
    <div className={css.loading} aria-busy="true">
      {Array.from({ length: lines }, (_, line) => LINE_WIDTHS[line % LINE_WIDTHS.length]).map((width, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike and never move
        <span key={line} style={{ width }} aria-hidden="true" />
      ))}
      <p role="status" className={stage === 'still' ? 'soft' : 'unseen'}>
        {stage === 'still' ? t('ui.stillLoading') : t('ui.loading')}
      </p>
    </div>
  );
}
const LINE_WIDTHS = ['82%', '64%', '74%', '48%'];

/** Two pixels at the top while the old content, fully legible, is being refreshed. */
export function RefreshBar({ refreshing }: { readonly refreshing: boolean }) {
  return refreshing ? <div className={css.refresh} aria-hidden="true" /> : null;
}

/** A whole page that could not be shown: what was being done, what is lost, another try, a reference to quote. */
export function ErrorBlock(props: {
  readonly doing: string;
  readonly lost?: string;
  readonly correlationId?: string | undefined;
  readonly onRetry?: (() => void) | undefined;
}) {
  const t = useWords();
  return (
    <div className={css.error} role="alert">
      <h2>{props.doing}</h2>
      <p>{props.lost ?? t('ui.error.nothingLost')}</p>
      <div className={css.errorActions}>
        {props.onRetry ? <Button onClick={props.onRetry}>{t('ui.error.retry')}</Button> : null}
        {props.correlationId ? (
          <CopyButton value={props.correlationId}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? t('ui.copied') : t('ui.error.copyReference')} <code>&nbsp;{props.correlationId}</code>
              </Button>
            )}
          </CopyButton>
        ) : null}
      </div>
    </div>
  );
}

/**
 * One block over one service that does not answer. It keeps its place and its last value with the hour, hatched, and
 * says what still works. Without a last value it says only that, never a zero.
 */
export function PartialBlock(props: {
  readonly service: string;
  readonly lastKnownAt?: string | undefined;
  readonly children?: ReactNode;
}) {
  const t = useWords();
  const format = useFormat();
  return (
    <div className={css.partial}>
      <p className={css.partialSays} role="status">
        {props.lastKnownAt
          ? t('ui.partial.lastKnown', { service: props.service, at: format.time(props.lastKnownAt) })
          : t('ui.partial.never', { service: props.service })}
      </p>
      {props.children ? (
        <fieldset className={`${css.partialBody} hatched`} disabled>
          <legend className="unseen">{t('ui.partial.lastValues')}</legend>
          <div>{props.children}</div>
        </fieldset>
      ) : null}
    </div>
  );
}
