/** No token lives longer than ten minutes; one more for clocks that differ. */
const REMEMBERED_MS = 11 * 60_000;

/**
 * Whose tokens, issued before when, are not to be believed any more: of members whose rights changed, who were withdrawn or
 * signed out everywhere. Kept in memory, for no token outlives eleven minutes; whoever starts anew is told again.
 */
export class EndedSessions {
  private readonly ended = new Map<string, number>();
  private readonly listeners = new Set<(subject: string) => void>();

  constructor(private readonly clock: { now(): Date }) {}

  /** From now on tokens of the subject issued before the instant are refused. Told twice, or late, the latest instant holds. */
  end(subject: string, issuedBefore: Date): void {
    const now = this.clock.now().getTime();
    const instant = issuedBefore.getTime();
    if (instant <= now - REMEMBERED_MS || instant <= (this.ended.get(subject) ?? 0)) return;
    for (const [other, before] of this.ended) if (before <= now - REMEMBERED_MS) this.ended.delete(other);
    this.ended.set(subject, instant);
    for (const listener of [...this.listeners]) listener(subject);
  }

  /**
   * True for a token that was issued too early. Tokens know whole seconds alone: one of the very second is refused, and whoever
   * still may gets another a second later.
   */
  refuses(claims: { readonly sub: string; readonly iat: number }): boolean {
    const before = this.ended.get(claims.sub);
    return before !== undefined && claims.iat * 1_000 < before;
  }

  /** Hears of each subject whose tokens end, to close what is open. Gives what stops it. */
  watch(listener: (subject: string) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
