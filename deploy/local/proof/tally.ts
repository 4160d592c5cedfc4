/** The whole network among branches. */
export const NETWORK = '--';

/** Figures by their full name: `SUPPORT_ACTS BX`, `SUPPORT_ACTS BX 2026-03`, `SUPPORT_ACTS BX by SALE`; no zeros. */
export class Tally {
  private readonly values = new Map<string, number>();

  /** Adds a branch's value to its own figures and to those of the network. */
  add(code: string, branch: string, value: number, part: { month: string | null; member: string | null }): void {
    for (const scope of branch === NETWORK ? [NETWORK] : [branch, NETWORK]) {
      this.raise(`${code} ${scope}`, value);
      if (part.month !== null) this.raise(`${code} ${scope} ${part.month}`, value);
      if (part.member !== null) this.raise(`${code} ${scope} by ${part.member}`, value);
    }
  }

  /** Says what a figure is. */
  set(code: string, rest: string, value: number): void {
    if (value !== 0) this.values.set(`${code} ${rest}`, value);
  }

  /** All figures, in the order of their names. */
  entries(): [string, number][] {
    return [...this.values].filter(([, value]) => value !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
  }

  /** How many figures there are. */
  get size(): number {
    return this.entries().length;
  }

  /** Where another tally says something else of what both could know; `theirs` may know fewer kinds of figures. */
  differences(theirs: Tally, knows: (name: string) => boolean = () => true): string[] {
    const [mine, other] = [new Map(this.entries()), new Map(theirs.entries())];
    return [...new Set([...mine.keys(), ...other.keys()])]
      .filter((name) => knows(name) && (mine.get(name) ?? 0) !== (other.get(name) ?? 0))
      .sort()
      .map((name) => `${name}: ${mine.get(name) ?? 0} in the owner’s tables, ${other.get(name) ?? 0} in reporting`);
  }

  private raise(name: string, value: number): void {
    this.values.set(name, (this.values.get(name) ?? 0) + value);
  }
}
