import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useClient } from '../../app/client.js';
import { useIdentity, useSession } from '../../app/session.js';
import { keyOf } from '../../app/use-read.js';
import { useEnvironment } from '../../ui/environment.js';
import { dropInStore } from './drop-in-store.js';
import { MY_DROP_INS, REFUSED } from './drop-ins-query.js';
import { type EnteredDropIn, type Outcome, type PendingDropIn, PendingDropIns } from './pending-drop-ins.js';
import { sendDropInOf } from './send-drop-in.js';

const TRY_AGAIN_MS = 10_000;
/** Whoever stands at the desk waits no longer than this: the drop-in is safe, and goes when it can. */
const PATIENCE_MS = 4_000;
const store = dropInStore();

/**
 * Drop-ins that wait on this device, sent as soon as the network answers: at once, when it is back, and every few seconds
 * while any waits.
 */
export function usePendingDropIns() {
  const client = useClient();
  const cache = useQueryClient();
  const { tokens } = useSession();
  const { subject } = useIdentity();
  const { now } = useEnvironment();
  const [waiting, setWaiting] = useState<readonly PendingDropIn[]>([]);
  const [sent, setSent] = useState(0);
  const queue = useMemo(
    () =>
      new PendingDropIns(store, subject, sendDropInOf(client, tokens), (work) =>
        navigator.locks.request(`passerelle drop-ins ${subject}`, work),
      ),
    [client, tokens, subject],
  );
  const look = useCallback(async () => setWaiting(await queue.mine()), [queue]);
  const flush = useCallback(async () => {
    const outcomes = await queue.flush();
    const saved = [...outcomes.values()].filter((outcome) => 'saved' in outcome).length;
    if (saved > 0)
      for (const queryKey of [keyOf(MY_DROP_INS), keyOf(REFUSED)]) void cache.invalidateQueries({ queryKey });
    await look();
    return outcomes;
  }, [queue, cache, look]);
  const flushLate = useCallback(async () => {
    const outcomes = await flush();
    setSent((before) => before + [...outcomes.values()].filter((outcome) => 'saved' in outcome).length);
  }, [flush]);

  useEffect(() => {
    // A browser that keeps nothing has nothing to send.
    const again = () => void flushLate().catch(() => undefined);
    again();
    void queue.forgetOthers(now()).catch(() => undefined);
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [queue, flushLate, now]);
  const unsent = waiting.some(({ refusals }) => !refusals);
  useEffect(() => {
    if (!unsent) return;
    const timer = setInterval(() => void flushLate().catch(() => undefined), TRY_AGAIN_MS);
    return () => clearInterval(timer);
  }, [unsent, flushLate]);

  /**
   * Keeps a drop-in and tries to send it. Gives what became of it when that is known at once, `waiting` when it stays here
   * for now, undefined when this browser cannot keep it.
   */
  const keep = useCallback(
    async (key: string, input: EnteredDropIn, turnedAway = false): Promise<Outcome | 'waiting' | undefined> => {
      setSent(0);
      try {
        await queue.keep(key, input, turnedAway);
      } catch {
        return undefined;
      }
      const outcome = (await Promise.race([flush().catch(() => undefined), patience()]))?.get(key);
      // Whoever entered it has the form before them: it is mended there.
      if (outcome && 'refusals' in outcome) await queue.drop(key);
      await look();
      return outcome ?? 'waiting';
    },
    [queue, flush, look],
  );
  const drop = useCallback(async (key: string) => void (await queue.drop(key).then(look)), [queue, look]);
  const tryAgain = useCallback(
    async (key: string) => void (await queue.tryAgain(key).then(flushLate)),
    [queue, flushLate],
  );
  return { waiting, sent, keep, drop, tryAgain };
}

function patience(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), PATIENCE_MS));
}
