import { setTimeout as pause } from 'node:timers/promises';
import { checkArrivals, checkOrder, checkSetAside } from '../chaos/checks/arrivals.ts';
import { checkFigures } from '../chaos/checks/figures.ts';
import { checkOwners } from '../chaos/checks/owners.ts';
import { ALL, Books, type Fact, OWNERS, type Owner } from '../chaos/ledger.ts';
import { Verdict } from '../chaos/verdict.ts';
import { ask, network } from '../journeys/caller.js';
import { reasonsToDoubtFigures } from '../journeys/prove.ts';
import { ports, secrets } from '../journeys/superuser.ts';

const QUIET_WITHIN_MS = 120_000;

/** What the network's databases, ledgers and figures contradict each other in, once nothing is on its way any more. */
export async function reasonsToDoubt(): Promise<string[]> {
  await untilQuiet();
  const { postgres } = ports();
  const { postgres: password } = secrets();
  const books = await Books.open({
    databaseUrl: (name) => `postgres://postgres:${password}@127.0.0.1:${postgres}/${name}`,
  });
  const verdict = new Verdict();
  try {
    const ledgers = new Map<Owner, Fact[]>();
    for (const owner of OWNERS) ledgers.set(owner, await books.ledger(owner));
    const facts = [...ledgers.values()].flat();
    await checkArrivals(books, facts, verdict);
    await checkOrder(books, ledgers, verdict);
    await checkSetAside(books, ALL, { thrown: [], mayBeGone: false }, verdict);
    await checkOwners(books, ledgers, verdict);
    await checkFigures({ ask }, facts, verdict);
  } finally {
    await books.close();
  }
  return [...verdict.findings.map(({ invariant, words }) => `${invariant} ${words}`), ...reasonsToDoubtFigures()];
}

async function untilQuiet(): Promise<void> {
  for (const until = Date.now() + QUIET_WITHIN_MS; Date.now() < until; await pause(500)) {
    const { ok } = await fetch(`${network()}/health/complete`);
    if (ok) return;
  }
  throw new Error('something is still on its way after two minutes');
}
