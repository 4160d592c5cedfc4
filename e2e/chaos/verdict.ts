/** What was found wrong: something lost, something counted twice, or any other promise broken (order among them). */
export type Kind = 'lost' | 'double' | 'inverted';

/** One broken promise. */
export interface Finding {
  /** The invariant by its number in the design. */
  readonly invariant: string;
  readonly kind: Kind;
  readonly words: string;
}

/** Collects findings; a thousand of the same say no more than the first few. */
export class Verdict {
  readonly findings: Finding[] = [];

  find(invariant: string, kind: Kind, words: string): void {
    this.findings.push({ invariant, kind, words });
  }

  /** Compares a number with what it must be: too few is lost, too many is double. */
  compare(invariant: string, what: string, must: number, is: number): void {
    if (must !== is) this.find(invariant, is < must ? 'lost' : 'double', `${what}: ${is}, must be ${must}`);
  }

  count(kind: Kind): number {
    return this.findings.filter((finding) => finding.kind === kind).length;
  }
}
