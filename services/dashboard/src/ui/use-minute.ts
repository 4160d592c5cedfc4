import { useEffect, useState } from 'react';
import { useEnvironment } from './environment.js';

const MINUTE_MS = 60_000;

/** The time, anew with each minute of the clock: for what says how late it is. */
export function useMinute(): Date {
  const { now } = useEnvironment();
  const [at, setAt] = useState(now);
  useEffect(() => {
    const rest = MINUTE_MS - (at.getTime() % MINUTE_MS);
    const timer = setTimeout(() => setAt(now()), rest);
    return () => clearTimeout(timer);
  }, [at, now]);
  return at;
}
