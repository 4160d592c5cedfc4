import type { Verdict } from '../verdict.ts';
import type { World } from '../world.ts';

/** Of the instances of a service one sends, and no other: two would let an old version overtake a new one. */
export async function checkRelays(world: World, verdict: Verdict): Promise<void> {
  const sending = new Map<string, string[]>();
  for (const name of world.names.services) {
    const answer = await fetch(world.healthOf(name), { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
    const said = (await answer?.json().catch(() => undefined)) as { relay?: { active?: boolean } } | undefined;
    const service = name.replace(/-2$/, '');
    sending.set(service, [...(sending.get(service) ?? []), ...(said?.relay?.active ? [name] : [])]);
  }
  for (const [service, names] of sending)
    if (names.length !== 1)
      verdict.find(
        'one relay',
        'inverted',
        `${service}: ${names.length === 0 ? 'nobody sends' : `${names.join(' and ')} send`}`,
      );
}
