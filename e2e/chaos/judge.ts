import type { Caller } from './caller.ts';
import { checkArrivals, checkOrder, checkSetAside } from './checks/arrivals.ts';
import { checkCanary } from './checks/canary.ts';
import { checkCommands } from './checks/commands.ts';
import { checkFigures, checkProof } from './checks/figures.ts';
import { checkOwners } from './checks/owners.ts';
import { checkRelays } from './checks/relays.ts';
import type { Scene } from './faults.ts';
import type { History } from './history.ts';
import { ALL, Books, type Fact, OWNERS, type Owner } from './ledger.ts';
import type { StepBack } from './offsets-watch.ts';
import { checkRebuilds } from './rebuilds.ts';
import { Verdict } from './verdict.ts';

/** Holds everything that was asked for and everything that was written against every invariant. */
export async function judge(parts: {
  readonly scene: Scene;
  readonly caller: Caller;
  readonly history: History;
  readonly stepsBack: readonly StepBack[];
}): Promise<Verdict> {
  const { scene, caller, history, stepsBack } = parts;
  const verdict = new Verdict();
  for (const { invariant, kind, words } of scene.broken) verdict.find(invariant, kind, words);
  const books = await Books.open(scene.world);
  try {
    const ledgers = new Map<Owner, Fact[]>();
    for (const owner of OWNERS) ledgers.set(owner, await books.ledger(owner));
    const facts = [...ledgers.values()].flat();
    await checkCommands(books, ledgers, history.entries, verdict);
    await checkArrivals(books, facts, verdict);
    await checkOrder(books, ledgers, verdict);
    await checkSetAside(books, ALL, { thrown: scene.poison, mayBeGone: scene.topicsLost }, verdict);
    await checkOwners(books, ledgers, verdict);
    await checkFigures(caller, facts, verdict);
    await checkProof(scene.world, verdict);
    await checkRelays(scene.world, verdict);
    await checkRebuilds(caller, verdict);
    checkCanary(facts, verdict);
    // A deleted topic begins again at 0, which is no step back but another life.
    if (!scene.topicsLost)
      for (const { reader, at, from, to } of stepsBack)
        verdict.find('I10', 'inverted', `${reader}: ${at} went back from ${from} to ${to}`);
  } finally {
    await books.close();
  }
  return verdict;
}
