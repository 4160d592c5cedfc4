import { useState } from 'react';
import { unreachable } from '../../app/graphql.js';
import type { RefusalShown } from '../../ui/refusal.js';
import type { Answer } from './door.js';

/** One form at the door: sent once at a time, what is refused comes back beside its fields. */
export function useDoor() {
  const [sending, setSending] = useState(false);
  const [refusals, setRefusals] = useState<readonly RefusalShown[]>([]);
  const [passed, setPassed] = useState(false);
  const pass = async (ask: () => Promise<Answer<unknown>>) => {
    if (sending) return;
    setSending(true);
    setPassed(false);
    const came = await ask();
    setSending(false);
    setRefusals(came.kind === 'refused' ? came.refusals : came.kind === 'unreachable' ? [unreachable()] : []);
    setPassed(came.kind === 'said');
  };
  return { pass, sending, refusals, passed };
}
