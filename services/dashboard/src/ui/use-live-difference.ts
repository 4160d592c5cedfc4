import { useEffect, useRef, useState } from 'react';
import type { Amount } from './format.js';

const CHIP_FOR_MS = 10_000;

/** By how much a figure moved within the last ten seconds; 0 once it is quiet, and always 0 when frozen. */
export function useLiveDifference(value: Amount, frozen: boolean): number {
  const before = useRef(value);
  const [difference, setDifference] = useState(0);
  useEffect(() => {
    const was = before.current;
    before.current = value;
    if (frozen || typeof was !== 'number' || typeof value !== 'number' || was === value) return;
    setDifference((sum) => sum + value - was);
  }, [value, frozen]);
  useEffect(() => {
    if (difference === 0) return;
    const timer = setTimeout(() => setDifference(0), CHIP_FOR_MS);
    return () => clearTimeout(timer);
  }, [difference]);
  return frozen ? 0 : difference;
}
