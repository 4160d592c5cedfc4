import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useEnvironment } from '../../ui/environment.js';
import { useClient } from '../client.js';
import type { GraphqlClient } from '../graphql.js';
import { useIdentity, useSession } from '../session.js';
import type { Tokens } from '../tokens.js';
import { type Outcome, type Pending, PendingQueue, type PendingStore, type SendPending } from './pending-queue.js';

const TRY_AGAIN_MS = 10_000;
/** Whoever stands at the desk waits no longer than this: what they entered is safe, and goes when it can. */
const PATIENCE_MS = 4_000;

/** One kind of thing that is kept on a device until it can be sent. One value for the life of the page. */
export interface PendingKind<R extends Pending, S> {
  readonly name: string;
  readonly store: PendingStore<R>;
  readonly sendOf: (client: Pick<GraphqlClient, 'ask'>, tokens: Pick<Tokens, 'users'>) => SendPending<R, S>;
  /** Answers that one that was saved makes old. */
  readonly touches: readonly QueryKey[];
  /** A refused one is sent once more, as something that happened. */
  readonly insists?: boolean;
  /** What others left is forgotten after a month; money never is. */
  readonly forgets?: boolean;
}

/**
 * What waits on this device, sent as soon as the network answers: at once, when it is back, and every few seconds while any
 * waits.
 */
export function usePending<R extends Pending, S>(kind: PendingKind<R, S>) {
  const client = useClient();
  const cache = useQueryClient();
  const { tokens } = useSession();
  const { subject } = useIdentity();
  const { now } = useEnvironment();
  const [waiting, setWaiting] = useState<readonly R[]>([]);
  const [others, setOthers] = useState(0);
  const [sent, setSent] = useState<readonly S[]>([]);
  const queue = useMemo(() => {
    const alone = <T>(work: () => Promise<T>) => navigator.locks.request(`passerelle ${kind.name} ${subject}`, work);
    return new PendingQueue(kind.store, subject, kind.sendOf(client, tokens), alone as never, kind.insists);
  }, [client, tokens, subject, kind]);
  const look = useCallback(async () => {
    setWaiting(await queue.mine());
    setOthers(await queue.others());
  }, [queue]);
  const flush = useCallback(async () => {
    const outcomes = await queue.flush();
    if (savedOf(outcomes).length > 0) for (const queryKey of kind.touches) void cache.invalidateQueries({ queryKey });
    await look();
    return outcomes;
  }, [queue, cache, look, kind]);
  const flushLate = useCallback(async () => {
    const saved = savedOf(await flush());
    setSent((before) => (saved.length > 0 ? [...before, ...saved] : before));
  }, [flush]);

  useEffect(() => {
    // A browser that keeps nothing has nothing to send.
    const again = () => void flushLate().catch(() => undefined);
    void queue
      .letGoOfForm()
      .catch(() => undefined)
      .then(again);
    if (kind.forgets) void queue.forgetOthers(now()).catch(() => undefined);
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [queue, flushLate, now, kind]);
  const unsent = waiting.some(({ refusals }) => !refusals);
  useEffect(() => {
    if (!unsent) return;
    const timer = setInterval(() => void flushLate().catch(() => undefined), TRY_AGAIN_MS);
    return () => clearInterval(timer);
  }, [unsent, flushLate]);

  /**
   * Keeps one and tries to send it. Gives what became of it when that is known at once, `waiting` when it stays here for now,
   * undefined when this browser cannot keep it.
   */
  const keep = useCallback(
    async (row: Omit<R, 'subject'>): Promise<Outcome<S> | 'waiting' | undefined> => {
      setSent([]);
      try {
        await queue.keep({ ...row, inHand: true } as Omit<R, 'subject'>);
      } catch {
        return undefined;
      }
      const outcome = (await Promise.race([flush().catch(() => undefined), patience()]))?.get(row.key);
      // Whoever entered it has the form before them: it is mended there.
      if (outcome && 'refusals' in outcome) await queue.drop(row.key);
      else if (!outcome) await queue.letGoOfForm(row.key);
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
  return { waiting, others, sent, keep, drop, tryAgain };
}

function savedOf<S>(outcomes: ReadonlyMap<string, Outcome<S>>): S[] {
  return [...outcomes.values()].flatMap((outcome) => ('saved' in outcome ? [outcome.saved] : []));
}

function patience(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), PATIENCE_MS));
}
