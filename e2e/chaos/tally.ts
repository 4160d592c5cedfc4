import type { Entry, Outcome } from './history.ts';

/** How many of these commands ended so. */
export function countOf(entries: readonly Entry[], outcome: Outcome): number {
  return entries.filter((entry) => entry.outcome === outcome).length;
}

/** How often each kind of command was refused with each code. */
export function refusals(entries: readonly Entry[]): Map<string, Map<string, number>> {
  const counted = new Map<string, Map<string, number>>();
  for (const { mutation, outcome, code } of entries) {
    if (outcome !== 'fail') continue;
    const codes = counted.get(mutation) ?? new Map<string, number>();
    codes.set(code ?? 'no code', (codes.get(code ?? 'no code') ?? 0) + 1);
    counted.set(mutation, codes);
  }
  return counted;
}

/** One line about what became of these commands: numbers and stable codes, nothing of what was said in them. */
export function tally(entries: readonly Entry[], again: ReadonlyMap<string, number>): string {
  const refused = [...refusals(entries)].flatMap(([mutation, codes]) =>
    [...codes].map(([code, n]) => ({ n, words: `${mutation} ${code} ${n}` })),
  );
  const told = listed(refused);
  const tries = listed([...again].map(([code, n]) => ({ n, words: `${code} ${n}` })));
  return (
    `asked ${entries.length}, refused ${countOf(entries, 'fail')}${told && ` (${told})`}, ` +
    `unknown ${countOf(entries, 'info')}${tries && `; sent again after ${tries}`}`
  );
}

function listed(parts: readonly { n: number; words: string }[]): string {
  return [...parts]
    .sort((a, b) => b.n - a.n)
    .map(({ words }) => words)
    .join(', ');
}
