import { hashKey, type QueryKey, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useEnvironment } from '../../ui/environment.js';
import { allowed } from '../claims.js';
import { useMaybeIdentity, useSession } from '../session.js';
import { LiveChannel, type LiveState, type Tick } from './live-channel.js';
import { type Paced, paced } from './paced.js';

/** At most one repaint per half second, however busy the network is. */
const REPAINT_MS = 500;
const LiveContext = createContext<LiveChannel | null>(null);

/** Opens the person's live channel for the pages below, if figures are theirs to read; closes it when they leave. */
export function LiveProvider({ children }: { readonly children: ReactNode }) {
  const { tokens } = useSession();
  const environment = useEnvironment();
  const identity = useMaybeIdentity();
  const subject = identity && allowed(identity, 'ReadFigures') ? identity.subject : undefined;
  const [channel, setChannel] = useState<LiveChannel | null>(null);
  useEffect(() => {
    if (!subject) return;
    const opened = new LiveChannel({ subject, token: () => tokens.quietly(), environment });
    setChannel(opened);
    return () => {
      opened.close();
      setChannel(null);
    };
  }, [subject, tokens, environment]);
  return <LiveContext.Provider value={channel}>{children}</LiveContext.Provider>;
}

/**
 * Asks again for the given answers when a branch of theirs moved, at most twice a second. `frozen` stops it for reading
 * aloud, for a meeting, or for a view as of a past instant, which never moves.
 */
export function useLive(keys: readonly QueryKey[], branches: readonly string[], frozen = false): void {
  const channel = useContext(LiveContext);
  const cache = useQueryClient();
  const wanted = useRef({ keys, branches });
  wanted.current = { keys, branches };
  useEffect(() => {
    if (!channel || frozen) return;
    const looks = new Map<string, Paced>();
    const look = (queryKey: QueryKey): Paced => {
      const name = hashKey(queryKey);
      const known = looks.get(name) ?? paced(() => cache.invalidateQueries({ queryKey }), REPAINT_MS);
      looks.set(name, known);
      return known;
    };
    const stop = channel.onTick((tick) => {
      if (!concerns(tick, wanted.current.branches)) return;
      for (const queryKey of wanted.current.keys) look(queryKey).moved();
    });
    return () => {
      stop();
      for (const one of looks.values()) one.stop();
    };
  }, [channel, cache, frozen]);
}

/** True when a page about these branches must look again; `*` on either side means all. */
export function concerns(tick: Tick, branches: readonly string[]): boolean {
  return tick.branch === '*' || branches.includes('*') || branches.includes(tick.branch);
}

/** Calls back for each tick: for what shows the change itself, such as the map's ring. */
export function useTicks(listener: (tick: Tick) => void): void {
  const channel = useContext(LiveContext);
  const latest = useRef(listener);
  latest.current = listener;
  useEffect(() => channel?.onTick((tick) => latest.current(tick)), [channel]);
}

export function useLiveState(): LiveState {
  const channel = useContext(LiveContext);
  return useSyncExternalStore(channel?.watch ?? noWatch, channel?.current ?? (() => 'connecting' as const));
}
const noWatch = () => () => undefined;
