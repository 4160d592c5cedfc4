import { useEffect, useState } from 'react';
import { useWords } from '../i18n/words.js';
import { useEnvironment } from '../ui/environment.js';
import { useFormat } from '../ui/format.js';
import { allowed } from './claims.js';
import { concerns, useLiveState, useTicks } from './live/live.js';
import { useMissingServices } from './partial-services.js';
import { useScope } from './scope.js';
import { useIdentity } from './session.js';
import css from './top-bar.module.css';
import { useSearch } from './use-search.js';

const FRESH_MS = 5_000;

/** How far behind the facts the page is, in words. Quiet is up to date; cut is late; a past view is said to be one. */
export function FreshnessPill() {
  const t = useWords();
  const format = useFormat();
  const [search] = useSearch();
  const missing = useMissingServices();
  const state = useLiveState();
  const age = useAge();
  const identity = useIdentity();
  const asOf = search['asOf'];
  if (asOf) return <Pill tone="note">{t('fresh.frozen', { day: format.day(asOf, 'short') })}</Pill>;
  if (missing.length > 0) return <Pill tone="care">{t('fresh.partial', { count: missing.length })}</Pill>;
  // Nothing on their pages moves by itself.
  if (!allowed(identity, 'ReadFigures')) return null;
  if (state === 'late') return <Pill tone="care">{t('fresh.late', { age: format.age(age ?? 0) })}</Pill>;
  if (state === 'polling') return <Pill tone="care">{t('fresh.polling')}</Pill>;
  if (state === 'live' && age !== undefined && age <= FRESH_MS) {
    return <Pill tone="good">{t('fresh.now', { age: format.age(age) })}</Pill>;
  }
  if (state === 'live') return <Pill tone="good">{t('fresh.quiet')}</Pill>;
  return <Pill tone="plain">{t(state === 'paused' ? 'fresh.paused' : 'fresh.connecting')}</Pill>;
}

function Pill({ tone, children }: { readonly tone: string; readonly children: string }) {
  return (
    <span className={css.pill} data-tone={tone}>
      {children}
    </span>
  );
}

/** Milliseconds since the newest instant that the page's branches are known up to; undefined before the first tick. */
function useAge(): number | undefined {
  const { now } = useEnvironment();
  const { branches } = useScope();
  const [asOf, setAsOf] = useState<number>();
  const [at, setAt] = useState(() => now().getTime());
  useTicks((tick) => {
    const instant = Date.parse(tick.asOf);
    if (concerns(tick, branches) && !Number.isNaN(instant)) setAsOf((before) => Math.max(before ?? 0, instant));
  });
  useEffect(() => {
    const timer = setInterval(() => setAt(now().getTime()), 1_000);
    return () => clearInterval(timer);
  }, [now]);
  return asOf === undefined ? undefined : Math.max(0, at - asOf);
}
