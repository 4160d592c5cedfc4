import { Injectable } from '@nestjs/common';
import { requireText } from '#errors';
import { Outbox } from '#messaging';
import { Clock, Database, Ids, type Tx } from '#persistence';
import { EMAIL } from '../../beneficiaries/beneficiary.refusals.js';
import { momentIn } from '../../beneficiaries/beneficiary-record.js';
import { FirstNeed } from '../../beneficiaries/enrolment-input.js';
import { emailOf } from '../../beneficiaries/identity.js';
import { planLetter } from '../plan-letter.js';
import { PrescriberLinks } from '../prescriber-links.js';
import { Prescription } from '../prescription.entity.js';
import { PRESCRIBER_LINK_OVER } from '../prescription.refusals.js';
import { type PrescriptionInput } from '../prescription-input.js';
import {
  isOver,
  type PrescriptionState,
  type PrescriptionStep,
  stateTold,
  stepsTold,
  tells,
  toldOf,
} from '../prescription-told.js';

/** A prescription as somebody without an account writes it. */
export interface WrittenByMail extends Omit<PrescriptionInput, 'organisationId' | 'byMail'> {
  readonly branch: string;
  readonly organisation: string;
}

/** What whoever holds a link is shown: a form to fill, or how far what they wrote is. */
export type LinkShown =
  | { readonly kind: 'WRITE'; readonly branches: readonly { readonly branch: string; readonly city: string }[] }
  | {
      readonly kind: 'FOLLOW';
      readonly initials: string;
      readonly city: string | null;
      readonly receivedOn: string;
      readonly needs: readonly FirstNeed[];
      readonly consentUntil: string;
      readonly state: PrescriptionState;
      readonly reason: string | null;
      readonly otherPlace: string | null;
      readonly steps: readonly PrescriptionStep[];
    };

const HOLDS_MS = 24 * 3_600_000;
const HOUR_MS = 3_600_000;
/** More than anybody needs in an hour, of one mailbox and of all of them. */
const LINKS_PER_HOUR = { mailbox: 3, network: 500 };

/** The door of prescribers who have no account: a link to a verified mailbox, a form, and a link to follow it by. */
@Injectable()
export class PrescribeByMail {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly links: PrescriberLinks,
  ) {}

  /** A link goes to the mailbox. Whoever is known, and whoever asked too often, hears the same. Refuses `EMAIL`. */
  async ask(typed: string): Promise<void> {
    const mail = emailOf(typed);
    if (mail === null) throw EMAIL({}, 'input.email');
    const now = this.clock.now();
    const endsAt = new Date(now.getTime() + HOLDS_MS);
    await this.db.work((tx) =>
      tx.query(
        `INSERT INTO prescriber_letter (id, kind, mail, state, due_at, ends_at)
         SELECT $1::uuid, 'LINK', $2::text, 'WAITING', $3::timestamptz, $4::timestamptz
         WHERE (SELECT count(*) < ${LINKS_PER_HOUR.network} AND count(*) FILTER (WHERE mail = $2) < ${LINKS_PER_HOUR.mailbox}
                FROM prescriber_letter WHERE kind = 'LINK' AND ends_at > $5)`,
        [this.ids.next(), mail, now, endsAt, new Date(endsAt.getTime() - HOUR_MS)],
      ),
    );
  }

  /** What the link of a letter is for. Refuses `PRESCRIBER_LINK_OVER`, whatever the reason. */
  show(token: string): Promise<LinkShown> {
    const { letterId, prescriptionId } = this.links.read(token);
    return this.db.work(async (tx) => {
      if (prescriptionId !== undefined) return this.followed(tx, prescriptionId);
      const held: unknown[] = await tx.query(
        `SELECT 1 FROM prescriber_letter WHERE id = $1 AND kind = 'LINK' AND used_at IS NULL AND ends_at > $2`,
        [letterId ?? null, this.clock.now()],
      );
      if (held.length === 0) throw PRESCRIBER_LINK_OVER({});
      const branches: { branch: string; city: string }[] = await tx.query(
        'SELECT branch, city FROM known_branch WHERE open AND city IS NOT NULL ORDER BY city',
      );
      return { kind: 'WRITE', branches };
    });
  }

  /** Writes one prescription by the link, which then is over; what is refused leaves it as it was. Refuses `PRESCRIBER_LINK_OVER` and what `prescribe` refuses. */
  async write(token: string, { branch, organisation, ...input }: WrittenByMail): Promise<void> {
    const { letterId } = this.links.read(token);
    await this.db.work(async (tx) => {
      const now = this.clock.now();
      const [used]: [{ mail: string }[], number] = await tx.query(
        `UPDATE prescriber_letter SET used_at = $2 WHERE id = $1 AND kind = 'LINK' AND used_at IS NULL AND ends_at > $2 RETURNING mail`,
        [letterId ?? null, now],
      );
      const mail = used[0]?.mail;
      if (mail === undefined) throw PRESCRIBER_LINK_OVER({});
      const { prescription, events } = Prescription.prescribe(
        { id: this.ids.next(), branch, by: `mail:${letterId}` },
        {
          ...input,
          organisationId: null,
          byMail: { mail, organisation: requireText(organisation, 'input.organisation', { min: 2, max: 120 }) },
        },
        await momentIn(tx, branch, this.clock),
      );
      await tx.insert(Prescription, prescription);
      await planLetter(tx, this.ids, prescription, { kind: 'RECEIVED', now });
      await this.outbox.add(tx, events);
    });
  }

  private async followed(tx: Tx, id: string): Promise<LinkShown> {
    const one = await tx.findOneBy(Prescription, { id });
    const told = (await toldOf(tx, [id], this.clock.now())).get(id);
    if (!one || !told || one.forgotten || isOver(one, told.today)) throw PRESCRIBER_LINK_OVER({});
    const [known]: { city: string | null }[] = await tx.query('SELECT city FROM known_branch WHERE branch = $1', [
      one.branch,
    ]);
    return {
      kind: 'FOLLOW',
      initials: [one.givenName, one.familyName].flatMap((name) => [...(name ?? '')].slice(0, 1)).join(' '),
      city: known?.city ?? null,
      receivedOn: one.receivedOn,
      needs: one.needs,
      consentUntil: one.consentUntil,
      state: stateTold(one, told, 'PRESCRIBER'),
      reason: tells(one, 'PRESCRIBER', 'ANSWERED') ? one.reason : null,
      otherPlace: tells(one, 'PRESCRIBER', 'ANSWERED') ? one.otherPlaceWords : null,
      steps: stepsTold(one, told, 'PRESCRIBER'),
    };
  }
}
