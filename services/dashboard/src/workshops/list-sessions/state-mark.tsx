import type { ReactNode } from 'react';
import css from './week.module.css';

/** A session's state as a shape, beside its word: ring, disc, half disc, tick, cross. Readable without any colour. */
export function StateMark({ state }: { readonly state: string }) {
  const shape = SHAPES[state];
  return shape ? (
    <svg className={css.mark} viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      {shape}
    </svg>
  ) : null;
}

const SHAPES: Readonly<Record<string, ReactNode>> = {
  'session.state.SCHEDULED': <circle cx="6" cy="6" r="4.25" />,
  'session.state.FULL': <circle cx="6" cy="6" r="4.25" fill="currentColor" />,
  'session.state.TO_MARK': (
    <>
      <circle cx="6" cy="6" r="4.25" />
      <path d="M6 1.75a4.25 4.25 0 0 1 0 8.5z" fill="currentColor" />
    </>
  ),
  'session.state.CLOSED': <path d="M2 6.5 5 9.5 10.5 3" />,
  'session.state.CANCELLED': <path d="M2.5 2.5l7 7M9.5 2.5l-7 7" />,
};
