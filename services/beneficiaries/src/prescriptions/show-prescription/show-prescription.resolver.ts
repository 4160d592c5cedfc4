import { Context, Field, ObjectType, Parent, ResolveField, Resolver, registerEnumType } from '@nestjs/graphql';
import { type Actor, Allow, ANYONE_SIGNED_IN, CurrentActor, may, Permission } from '#access';
import { Clock, Database } from '#persistence';
import { LocalDateScalar, loaderOf, type RequestContext } from '#runtime';
import { Beneficiary } from '../../beneficiaries/beneficiary.entity.js';
import { BranchReference, OrganisationReference } from '../../references.js';
import { Milestone, Prescription } from '../prescription.entity.js';

/** How far a prescription is. */
export const PrescriptionState = {
  PENDING: 'PENDING',
  ACCEPTED: 'ACCEPTED',
  REJECTED: 'REJECTED',
  IN_PROGRESS: 'IN_PROGRESS',
  DONE: 'DONE',
  EXPIRED: 'EXPIRED',
} as const;
export type PrescriptionState = (typeof PrescriptionState)[keyof typeof PrescriptionState];
registerEnumType(PrescriptionState, {
  name: 'PrescriptionState',
  description:
    'PENDING: waits for an answer; IN_PROGRESS: accepted and seen since; EXPIRED: its consent ended or was withdrawn before an answer.',
});

@ObjectType({ description: 'Something that happened to a prescription.' })
export class PrescriptionStep {
  @Field(() => Milestone, { description: 'What.' })
  milestone: Milestone;

  @Field(() => LocalDateScalar, { description: 'Which day.' })
  day: string;
}

/** What time and others tell of a prescription: the day it is there, and when the person was first seen since it was accepted. */
interface Told {
  readonly today: string;
  readonly firstSeen: string | null;
}

/** What is told of a prescription: everything to the branch, to a prescriber what the person agreed to. */
@Resolver(() => Prescription)
export class ShowPrescriptionResolver {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => PrescriptionState, { name: 'state', description: 'How far it is, as far as you may know.' })
  @Allow(ANYONE_SIGNED_IN)
  async state(
    @Parent() one: Prescription,
    @Context() context: RequestContext,
    @CurrentActor() actor: Actor,
  ): Promise<PrescriptionState> {
    const { today, firstSeen } = await this.told(one, context);
    const over = one.consentWithdrawnAt !== null || one.consentUntil < today;
    if (over && (one.state === 'PENDING' || !isStaff(actor))) return 'EXPIRED';
    if (one.state === 'DONE' && tells(one, actor, 'DONE')) return 'DONE';
    if (one.state === 'PENDING' || !tells(one, actor, 'ANSWERED')) return 'PENDING';
    if (one.state === 'REJECTED') return 'REJECTED';
    return firstSeen !== null && tells(one, actor, 'FIRST_SEEN') ? 'IN_PROGRESS' : 'ACCEPTED';
  }

  @ResolveField(() => Boolean, { name: 'late', description: 'It has waited for an answer for more than seven days.' })
  @Allow(ANYONE_SIGNED_IN)
  async late(@Parent() one: Prescription, @Context() context: RequestContext): Promise<boolean> {
    const { today } = await this.told(one, context);
    return one.isLate(today) && one.consentUntil >= today && one.consentWithdrawnAt === null;
  }

  @ResolveField(() => String, { name: 'reason', nullable: true, description: 'Why the branch could not take it on.' })
  @Allow(ANYONE_SIGNED_IN)
  reason(@Parent() one: Prescription, @CurrentActor() actor: Actor): string | null {
    return tells(one, actor, 'ANSWERED') ? one.reason : null;
  }

  @ResolveField(() => [PrescriptionStep], { name: 'steps', description: 'What happened, as far as you may know.' })
  @Allow(ANYONE_SIGNED_IN)
  async steps(
    @Parent() one: Prescription,
    @Context() context: RequestContext,
    @CurrentActor() actor: Actor,
  ): Promise<PrescriptionStep[]> {
    const { today, firstSeen } = await this.told(one, context);
    if (one.consentUntil < today && !isStaff(actor)) return [];
    const days = { ANSWERED: one.answeredOn, FIRST_SEEN: firstSeen, DONE: one.doneOn };
    return Object.values(Milestone).flatMap((milestone) => {
      const day = days[milestone];
      return day !== null && tells(one, actor, milestone) ? [{ milestone, day }] : [];
    });
  }

  @ResolveField(() => BranchReference, { name: 'branch', description: 'The branch that is asked.' })
  @Allow(ANYONE_SIGNED_IN)
  branch(@Parent() { branch }: Prescription): BranchReference {
    return { code: branch };
  }

  @ResolveField(() => OrganisationReference, { name: 'organisation', description: 'On whose behalf it was written.' })
  @Allow(ANYONE_SIGNED_IN)
  organisation(@Parent() { organisationId }: Prescription): OrganisationReference {
    return { id: organisationId };
  }

  @ResolveField(() => Beneficiary, {
    name: 'beneficiary',
    nullable: true,
    description: 'The person’s record, for whoever may read it.',
  })
  @Allow(Permission.ReadBeneficiaries)
  beneficiary(@Parent() { beneficiaryId }: Prescription, @CurrentActor() actor: Actor): Promise<Beneficiary | null> {
    if (beneficiaryId === null) return Promise.resolve(null);
    return this.db.read(actor, (tx) => tx.findOneBy(Beneficiary, { id: beneficiaryId }));
  }

  private async told({ id }: Prescription, context: RequestContext): Promise<Told> {
    const load = async (ids: readonly string[]) => {
      const rows: (Told & { id: string })[] = await this.db.look((tx) => tx.query(TOLD, [ids, this.clock.now()]));
      return new Map(rows.map((row) => [row.id, row]));
    };
    const told = await loaderOf<Told | undefined>(context, 'prescriptions', load, undefined).load(id);
    if (!told) throw new Error('A prescription that is gone');
    return told;
  }
}

const TOLD = `
  SELECT p.id, ($2::timestamptz AT TIME ZONE k.zone)::date::text AS today,
         (SELECT min(c.occurred_on)::text FROM same_person(p.beneficiary_id) AS one(id) JOIN contact c ON c.beneficiary_id = one.id
          WHERE c.kind IN ('ACT', 'SEAT') AND c.occurred_on >= p.answered_on) AS "firstSeen"
  FROM prescription p JOIN known_branch k USING (branch) WHERE p.id = ANY ($1::uuid[])`;

const isStaff = (actor: Actor) => may(actor.role, Permission.AnswerPrescriptions);
const tells = (one: Prescription, actor: Actor, milestone: Milestone) =>
  isStaff(actor) || one.consentScope.includes(milestone);
