import { type Clock } from '#persistence';

/** Something to be done every so often. By how long it has been, never by the date: clocks are set back. */
export class Every {
  private last = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly milliseconds: number,
    private readonly clock: Clock,
  ) {}

  /** It was never done, or long enough ago. */
  get due(): boolean {
    return this.clock.elapsed() - this.last >= this.milliseconds;
  }

  /** It has been done now. */
  done(): void {
    this.last = this.clock.elapsed();
  }

  /** It is due at once. */
  soon(): void {
    this.last = Number.NEGATIVE_INFINITY;
  }
}
