import { Args, Field, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, may, Permission } from '#access';
import { NOT_FOUND, requireText } from '#errors';
import type { MediationTheme } from '#events';
import { Database, type Tx, within } from '#persistence';
import { AuditTrail } from '../../audit/audit-trail.js';
import { SessionReference } from '../../references.js';
import { attendancePaper } from '../attendance-paper.js';

const LONGEST = 200;

interface SessionRow {
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly themes: MediationTheme[];
  readonly zone: string;
  readonly city: string | null;
}
interface SeatRow {
  readonly id: string;
  /** Null for somebody whose record is another branch's. */
  readonly branch: string | null;
  readonly name: string | null;
  readonly set_aside: boolean;
}

/** A paper with names: it leaves this service in whole. */
@ObjectType({ description: 'The sheet that people of a session sign, to print.' })
export class AttendanceSheetFile {
  @Field(() => String, { description: 'Name to save it under; it names nobody.' })
  name: string;

  @Field(() => String, { description: 'Media type.' })
  mediaType: string;

  @Field(() => String, { description: 'The whole file, in base64.' })
  base64: string;
}

@Resolver(() => SessionReference)
export class PrintAttendanceSheetResolver {
  constructor(
    private readonly db: Database,
    private readonly trail: AuditTrail,
  ) {}

  @ResolveField(() => AttendanceSheetFile, {
    name: 'attendanceSheet',
    description:
      'The attendance sheet as PDF: who has a seat by name, signatures, free lines. People whose record is another branch’s, or set aside from you, have a line without a name. Refuses NOT_FOUND, TEXT_LENGTH.',
  })
  @Allow(Permission.ReadBeneficiaries)
  async print(
    @Parent() { id }: SessionReference,
    @Args('title', {
      type: () => String,
      nullable: true,
      description: 'What to call it above, at most 200 characters.',
    })
    title: string | null,
    @Args('place', { type: () => String, nullable: true, description: 'Where it is, at most 200 characters.' })
    place: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<AttendanceSheetFile> {
    const words = { title: checked(title, 'title'), place: checked(place, 'place') };
    const { session, seats } = await this.db.read(actor, async (tx) => {
      const found = await sessionIn(tx, id);
      if (!found) throw NOT_FOUND({ what: 'Séance', whatEn: 'Session' }, 'id');
      const all = await seatsOf(tx, id);
      const desk = may(actor.role, Permission.LimitBeneficiaries);
      const told = all.map((seat) => (desk || !seat.set_aside ? seat : { ...seat, name: null }));
      const shown = told.flatMap((seat) =>
        seat.name !== null && seat.branch !== null ? [{ id: seat.id, branch: seat.branch }] : [],
      );
      const access = {
        action: 'LIST',
        purpose: 'print-attendance-sheet',
        fields: ['familyName', 'givenName'],
      } as const;
      await this.trail.note(tx, actor, shown, access);
      return { session: found, seats: told };
    });
    const { starts_at: startsAt, ends_at: endsAt, themes, zone, city } = session;
    const names = seats.map(({ name }) => name).sort(byName);
    const paper = await attendancePaper({ ...words, startsAt, endsAt, themes, zone, city, names });
    const day = startsAt.toLocaleDateString('sv-SE', { timeZone: zone });
    return { name: `emargement-${day}.pdf`, mediaType: 'application/pdf', base64: paper.toString('base64') };
  }
}

async function sessionIn(tx: Tx, id: string): Promise<SessionRow | undefined> {
  const values: unknown[] = [id];
  const [row]: SessionRow[] = await tx.query(
    `SELECT s.starts_at, s.ends_at, s.themes, coalesce(b.zone, 'Europe/Paris') AS zone, b.city FROM known_session s
       LEFT JOIN known_branch b ON b.branch = s.branch WHERE s.session_id = $1 AND ${within(tx, values, 's.branch')}`,
    values,
  );
  return row;
}

function seatsOf(tx: Tx, id: string): Promise<SeatRow[]> {
  const values: unknown[] = [id];
  return tx.query(
    `SELECT e.beneficiary_id AS id, p.branch, concat_ws(' ', upper(p.family_name), p.given_name) AS name,
            coalesce(p.restricted_at IS NOT NULL, false) AS set_aside
     FROM known_seat e LEFT JOIN beneficiary p ON p.id = e.beneficiary_id AND ${within(tx, values, 'p.branch')}
     WHERE e.session_id = $1 AND NOT e.cancelled AND ${within(tx, values, 'e.branch')} ORDER BY e.enrolment_id`,
    values,
  );
}

function checked(text: string | null, field: string): string | null {
  return text === null ? null : requireText(text, field, { min: 1, max: LONGEST });
}

const ORDER = new Intl.Collator('fr');
function byName(one: string | null, other: string | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return ORDER.compare(one, other);
}
