import type { Solution } from '#events';

/** What happened, in the order in which it was written down. */
export type Happening =
  | { readonly kind: 'ACT'; readonly id: string; readonly act: ModelAct }
  | { readonly kind: 'ACT_VOIDED'; readonly id: string }
  | { readonly kind: 'MERGED'; readonly id: string; readonly pair: readonly [string, string] }
  | { readonly kind: 'UNMERGED'; readonly id: string }
  | { readonly kind: 'ERASED'; readonly person: string };

/** An act as it now stands. */
export interface ModelAct {
  readonly branch: string;
  readonly day: string;
  readonly person: string | null;
  readonly solution: Solution;
}

/** What is asked of the model. */
export interface ModelQuestion {
  readonly from: string;
  readonly to: string;
  readonly branch: string | null;
  readonly solution: Solution | null;
}

/** Who was helped, reckoned from plain lists: slow, and with nothing in common with how figures are kept. */
export function modelled(happenings: readonly Happening[], asked: ModelQuestion): { acts: number; people: number } {
  const acts = new Map<string, ModelAct>();
  const pairs = new Map<string, readonly [string, string]>();
  for (const one of happenings) {
    if (one.kind === 'ACT') acts.set(one.id, one.act);
    if (one.kind === 'ACT_VOIDED') acts.delete(one.id);
    if (one.kind === 'MERGED') pairs.set(one.id, one.pair);
    if (one.kind === 'UNMERGED') pairs.delete(one.id);
  }
  const counted = [...acts.values()].filter(
    ({ branch, day, solution }) =>
      day >= asked.from &&
      day <= asked.to &&
      (asked.branch === null || branch === asked.branch) &&
      (asked.solution === null || solution === asked.solution),
  );
  // Everybody seen, each together with all who are one with them; then one group after the other is crossed out.
  const left = new Set(counted.flatMap(({ person }) => (person === null ? [] : [person])));
  let people = 0;
  for (const somebody of left) {
    people += 1;
    const crossed = [somebody];
    for (const one of crossed) {
      for (const pair of pairs.values())
        if (pair.includes(one)) for (const other of pair) if (!crossed.includes(other)) crossed.push(other);
    }
    for (const one of crossed) left.delete(one);
  }
  return { acts: counted.length, people };
}
