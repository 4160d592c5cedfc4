import { setAside, untilArrived } from './arrived.js';
import type { Ask } from './databases.js';
import { figuresOfOwners } from './owners.js';
import { figuresOfMonths, totalsOfReaders } from './reporting.js';

/** What a proof found: how many figures were compared, and what speaks against them. */
export interface Proof {
  readonly compared: number;
  readonly against: readonly string[];
}

const isTotal = (name: string) => /^\w+ \S+$/.test(name);
const isOfPeople = (name: string) => /^(UNIQUE_PEOPLE|ACTIVE_HELPERS)/.test(name);

/**
 * Proves the figures: once everything told has arrived, those of reporting are recomputed from the owners' own tables, by
 * branch, month and breakdown, and compared to the unit with its monthly cells, its daily cells and its deltas.
 */
export async function prove(ask: Ask, withinMs = 120_000): Promise<Proof> {
  await untilArrived(ask, withinMs);
  const owners = await figuresOfOwners(ask);
  const branches = await ask<{ code: string }>('network', 'SELECT code FROM branch ORDER BY code');
  const months = await figuresOfMonths(ask);
  const { cells, deltas } = await totalsOfReaders(
    ask,
    branches.map(({ code }) => code),
  );
  return {
    compared: owners.size,
    against: [
      ...(await setAside(ask)),
      ...owners.differences(months, (name) => !isOfPeople(name)),
      ...owners.differences(cells, (name) => isTotal(name) && !isOfPeople(name)),
      ...owners.differences(deltas, isTotal),
    ],
  };
}
