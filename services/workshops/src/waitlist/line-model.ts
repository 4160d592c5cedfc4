/** What a person’s place in line has come to, in the model. */
interface Place {
  readonly person: number;
  state: 'WAITLISTED' | 'OFFERED' | 'USED' | 'LAPSED' | 'ENDED';
  until: number;
}

const HOUR = 3_600_000;

/**
 * A series and its line as somebody would keep them on paper: who holds a seat, who waits, who is offered one. Written apart from
 * the service, which is held against it; knows nothing of rows, locks or sessions.
 */
export class LineModel {
  readonly taken = new Set<number>();
  readonly line: Place[] = [];

  constructor(
    private readonly seats: number,
    private readonly firstStart: number,
    private readonly lastStart: number,
    public now: number,
  ) {}

  enrol(person: number): string {
    if (this.over) return 'SERIES_OVER';
    if (this.taken.has(person)) return 'ALREADY_ENROLLED';
    if (this.free <= 0) return 'SERIES_FULL';
    this.taken.add(person);
    const place = this.waitingPlaceOf(person);
    if (place) place.state = 'ENDED';
    this.offer();
    return 'done';
  }

  join(person: number): string {
    if (this.begun) return 'WAITLIST_OVER';
    if (this.free > 0) return 'SEAT_FREE';
    if (this.taken.has(person)) return 'ALREADY_ENROLLED';
    if (this.waitingPlaceOf(person)) return 'ALREADY_WAITING';
    this.line.push({ person, state: 'WAITLISTED', until: 0 });
    return 'done';
  }

  leaveSeries(person: number): string {
    if (this.over) return 'SERIES_OVER';
    if (!this.taken.delete(person)) return 'NOT_ENROLLED';
    this.offer();
    return 'done';
  }

  /** The place is the latest that the person has had. */
  answer(person: number, answer: 'accept' | 'decline'): string {
    const place = this.line.findLast((one) => one.person === person);
    if (!place) return 'nothing';
    if (place.state === 'USED') return 'OFFER_USED';
    if (place.state === 'LAPSED') return 'OFFER_LAPSED';
    if (place.state !== 'OFFERED') return 'NO_OFFER';
    if (this.now >= place.until) return 'OFFER_LAPSED';
    place.state = 'USED';
    if (answer === 'accept') this.taken.add(person);
    this.offer();
    return 'done';
  }

  leaveLine(person: number): string {
    const place = this.line.findLast((one) => one.person === person);
    if (!place) return 'nothing';
    if (place.state !== 'WAITLISTED' && place.state !== 'OFFERED') return 'NOT_WAITING';
    place.state = 'ENDED';
    this.offer();
    return 'done';
  }

  /** The clockwork comes by. */
  look(): void {
    for (const place of this.line) {
      if (place.state === 'OFFERED' && place.until <= this.now) place.state = 'LAPSED';
      else if (this.begun && (place.state === 'WAITLISTED' || place.state === 'OFFERED')) place.state = 'ENDED';
    }
    this.offer();
  }

  get waiting(): { person: number; state: string; until: number | null }[] {
    return this.line
      .filter(({ state }) => state === 'WAITLISTED' || state === 'OFFERED')
      .map(({ person, state, until }) => ({ person, state, until: state === 'OFFERED' ? until : null }));
  }

  get held(): number {
    return this.line.filter(({ state }) => state === 'OFFERED').length;
  }

  get begun(): boolean {
    return this.now >= this.firstStart;
  }

  private get over(): boolean {
    return this.now >= this.lastStart;
  }

  private get free(): number {
    return this.seats - this.taken.size - this.held;
  }

  private waitingPlaceOf(person: number): Place | undefined {
    return this.line.find((one) => one.person === person && (one.state === 'WAITLISTED' || one.state === 'OFFERED'));
  }

  private offer(): void {
    if (this.begun) return;
    for (const place of this.line) {
      if (this.free <= 0) return;
      if (place.state !== 'WAITLISTED') continue;
      const hours = this.firstStart - this.now <= 48 * HOUR ? 6 : 24;
      place.state = 'OFFERED';
      place.until = Math.min(this.now + hours * HOUR, this.firstStart);
    }
  }
}
