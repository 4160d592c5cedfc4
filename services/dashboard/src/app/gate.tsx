import { lazy, Suspense, useEffect } from 'react';
import { useGate, useSession } from './session.js';

const LOCK_AFTER_MS = 10 * 60_000;
const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;
const GateDialog = lazy(() => import('./gate-dialog.js').then((module) => ({ default: module.GateDialog })));

/** Watches for a session that ended and for a page that nobody touches; covers it when either happens. */
export function Gate() {
  const gate = useGate();
  const { tokens } = useSession();
  useLockWhenIdle(tokens.lock);
  return <Suspense fallback={null}>{gate === 'open' ? null : <GateDialog />}</Suspense>;
}

function useLockWhenIdle(lock: () => void): void {
  useEffect(() => {
    let timer = setTimeout(lock, LOCK_AFTER_MS);
    const alive = () => {
      clearTimeout(timer);
      timer = setTimeout(lock, LOCK_AFTER_MS);
    };
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, alive, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, alive);
    };
  }, [lock]);
}
