/** What a branch has beyond what it wants to keep; below zero, what it is short of. */
export interface Spare {
  readonly branch: string;
  readonly spare: number;
}

/** What goes from one branch to another; from nobody where nobody has any left. */
export interface Move {
  readonly from: string | null;
  readonly to: string;
  readonly count: number;
}

/** From the largest surplus to the largest shortage, branch by branch: nobody is emptied for somebody else. */
export function evenOut(shelves: readonly Spare[]): Move[] {
  const left = shelves.map(({ branch, spare }) => ({ branch, spare }));
  const byBranch = (a: Spare, b: Spare) => (a.branch < b.branch ? -1 : 1);
  const givers = left.filter(({ spare }) => spare > 0).sort((a, b) => b.spare - a.spare || byBranch(a, b));
  const takers = left.filter(({ spare }) => spare < 0).sort((a, b) => a.spare - b.spare || byBranch(a, b));
  return takers.flatMap((taker) => {
    const moves: Move[] = [];
    for (const giver of givers) {
      const count = Math.min(giver.spare, -taker.spare);
      if (count < 1) continue;
      giver.spare -= count;
      taker.spare += count;
      moves.push({ from: giver.branch, to: taker.branch, count });
    }
    return taker.spare < 0 ? [...moves, { from: null, to: taker.branch, count: -taker.spare }] : moves;
  });
}
