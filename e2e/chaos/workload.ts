import { setTimeout as pause } from 'node:timers/promises';
import type { Gender, SocialStatus } from '#events';
import type { Caller } from './caller.ts';
import type { Chance } from './chance.ts';
import { CANARY, type Ground, THEMES, today } from './ground.ts';
import type { Entry } from './history.ts';

const DESKS = 32;
const GENDERS = ['FEMALE', 'MALE', 'NOT_STATED'] as const satisfies readonly Gender[];
const STATUSES = ['UNEMPLOYED', 'RETIRED', 'IN_EDUCATION', 'NOT_STATED'] as const satisfies readonly SocialStatus[];
/** Between two commands of one desk, so that the machine has room for what is to be tested. */
const BREATH_MS = [10, 40] as const;

interface Known {
  readonly branch: string;
  readonly id: string;
}

/** People at desks in two branches, doing what a branch does all day, each command under a key of its own. */
export class Workload {
  private readonly people: Known[] = [];
  private readonly acts: Known[] = [];
  private readonly sales: Known[] = [];
  private readonly caller: Caller;
  private readonly chance: Chance;
  private readonly ground: Ground;
  private readonly name: string;
  private asked = 0;
  private open = true;

  constructor(parts: { caller: Caller; chance: Chance; ground: Ground; name: string }) {
    this.caller = parts.caller;
    this.chance = parts.chance;
    this.ground = parts.ground;
    this.name = parts.name;
  }

  /** Opens the desks; ends when they have closed and every command under way is answered or given up. */
  async run(): Promise<void> {
    await Promise.all(Array.from({ length: DESKS }, (_, n) => this.desk(n)));
  }

  /** No new commands from now on. */
  close(): void {
    this.open = false;
  }

  private async desk(n: number): Promise<void> {
    const branch = n % 2 === 0 ? 'BX' : 'LI';
    while (this.open) {
      await this.something(branch);
      await pause(this.chance.between(...BREATH_MS));
    }
  }

  private something(branch: string): Promise<unknown> {
    const roll = this.chance.next();
    if (roll < 0.44) return this.recordDropIn(branch);
    if (roll < 0.56) return this.enrol(branch);
    if (roll < 0.66) return this.correctAct(branch);
    if (roll < 0.71) return this.voidAct(branch);
    if (roll < 0.76) return this.refuseDropIn(branch);
    if (roll < 0.81) return this.correctPerson(branch);
    if (roll < 0.86) return this.revisePlace(branch);
    if (roll < 0.95) return this.sellOneTwice(branch);
    return this.holdSession(branch);
  }

  private async recordDropIn(branch: string): Promise<void> {
    const someone = this.chance.that(0.5) ? this.oneOf(this.people, branch) : undefined;
    const once = this.chance.that(0.2);
    const input = {
      minutes: this.chance.of([15, 30, 45, 60]),
      themes: [this.chance.of(THEMES)],
      ...(someone ? { beneficiaryId: someone.id } : { gender: this.chance.of(GENDERS) }),
    };
    remember(this.acts, branch, await this.send(branch, 'recordDropIn', input, once));
  }

  private async enrol(branch: string): Promise<void> {
    const input = {
      kind: 'TRACKED',
      givenName: CANARY,
      familyName: `${CANARY}${this.asked}`,
      birthYear: this.chance.between(1940, 2004),
      noPhone: true,
      noEmail: true,
      gender: this.chance.of(GENDERS),
      socialStatus: this.chance.of(STATUSES),
      communeCode: this.chance.of(['33063', '59350', '59512']),
      privacyNoticeReadOn: today(),
    };
    remember(this.people, branch, await this.send(branch, 'enrolBeneficiary', input));
  }

  private async correctAct(branch: string): Promise<void> {
    const act = this.oneOf(this.acts, branch);
    if (!act) return;
    const input = {
      supportActId: act.id,
      minutes: this.chance.of([20, 40, 90]),
      themes: [this.chance.of(THEMES)],
      reason: 'Erreur de saisie',
    };
    await this.send(branch, 'correctSupportAct', input);
  }

  private async voidAct(branch: string): Promise<void> {
    const act = this.oneOf(this.acts, branch);
    if (act) await this.send(branch, 'voidSupportAct', { supportActId: act.id, reason: 'Saisi deux fois' });
  }

  private async refuseDropIn(branch: string): Promise<void> {
    await this.send(branch, 'refuseDropIn', { themes: [this.chance.of(THEMES)] });
  }

  /** A mistake mended at the person's owner moves acts and sales of two other services, and past figures. */
  private async correctPerson(branch: string): Promise<void> {
    const person = this.oneOf(this.people, branch);
    if (!person) return;
    const input = { id: person.id, gender: this.chance.of(GENDERS), reason: 'Erreur de saisie' };
    await this.send(branch, 'correctBeneficiary', input);
  }

  private async revisePlace(branch: string): Promise<void> {
    const placeId = this.ground.placeOf(branch);
    await this.send(branch, 'revisePlace', { placeId, services: [this.chance.of(this.ground.services)] });
  }

  /** A device gets ready, and two tills reach for it at once: one sells it, the other learns that it is sold. */
  private async sellOneTwice(branch: string): Promise<void> {
    const received = await this.send(branch, 'receiveDevice', { type: 'COMPUTER' });
    if (received.outcome !== 'ok' || received.id === undefined) return;
    const { id } = received;
    await this.send(branch, 'moveDevice', { id, state: 'IN_REFURBISHMENT' });
    await this.send(branch, 'gradeDevice', { id, grade: 'B', reason: 'Contrôle visuel' });
    await this.send(branch, 'recordDataErasure', { id, method: 'OVERWRITTEN' });
    const ready = await this.send(branch, 'moveDevice', { id, state: 'READY' });
    const tag = ready.outcome === 'ok' ? await this.ground.tagOf(id) : undefined;
    if (tag === undefined) return;
    const buyer = this.oneOf(this.people, branch);
    const input = {
      lines: [{ tag }],
      payments: [{ kind: this.chance.of(['CASH', 'CARD']), cents: 7_000 }],
      ...(buyer ? { beneficiaryId: buyer.id } : {}),
    };
    const tills = await Promise.all([this.send(branch, 'makeSale', input), this.send(branch, 'makeSale', input)]);
    for (const sold of tills) remember(this.sales, branch, sold);
    const sale = this.chance.that(0.3) ? this.oneOf(this.sales, branch) : undefined;
    if (sale) await this.send(branch, 'voidSale', { id: sale.id, reason: 'Retour' });
  }

  private async holdSession(branch: string): Promise<void> {
    const startsAt = new Date(Date.now() + this.chance.between(2, 9) * 60_000);
    const session = await this.send(branch, 'scheduleSession', {
      workshopId: this.ground.workshopOf(branch),
      placeId: this.ground.placeOf(branch),
      room: `Salle ${this.asked}`,
      startsAt: startsAt.toISOString(),
      endsAt: new Date(startsAt.getTime() + 7_200_000).toISOString(),
      seats: 3,
    });
    if (session.id === undefined) return;
    const sessionId = session.id;
    const guests = [0, 1, 2, 3].flatMap(() => this.oneOf(this.people, branch) ?? []);
    const seats = await Promise.all(
      guests.map((guest) => this.send(branch, 'enrolInSession', { sessionId, beneficiaryId: guest.id })),
    );
    for (const { id } of seats) {
      if (id === undefined) continue;
      const attendance = this.chance.of(['SEEN', 'SEEN', 'NOSHOW', 'EXCUSED']);
      await this.send(branch, 'markAttendance', { enrolmentId: id, attendance });
    }
    await this.send(branch, 'closeSession', { sessionId });
    if (this.chance.that(0.2)) await this.send(branch, 'reopenSession', { sessionId, reason: 'Pointage à revoir' });
  }

  private send(branch: string, mutation: string, input: Record<string, unknown>, once = false): Promise<Entry> {
    const persona = branch === 'BX' ? 'branch-manager-bordeaux' : 'branch-manager-lille';
    // The desks' own word before it: a key of fewer than eight characters is refused.
    const key = `chaos-${this.name}-${this.asked++}`;
    return this.caller.command({ persona, mutation, input, key }, once);
  }

  private oneOf(known: readonly Known[], branch: string): Known | undefined {
    const theirs = known.filter((one) => one.branch === branch);
    return theirs.length === 0 ? undefined : this.chance.of(theirs);
  }
}

function remember(known: Known[], branch: string, { outcome, id }: Entry): void {
  if (outcome === 'ok' && id !== undefined) known.push({ branch, id });
}
