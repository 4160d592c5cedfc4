import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { In } from 'typeorm';
import { type Actor, Allow, ANYONE_SIGNED_IN, CurrentActor, may, Permission } from '#access';
import { Clock, Database } from '#persistence';
import { loaderOf, type RequestContext } from '#runtime';
import { Beneficiary } from '../../beneficiaries/beneficiary.entity.js';
import { BranchReference, OrganisationReference, PlaceReference } from '../../references.js';
import { PrescriberLetter } from '../prescriber-letter.entity.js';
import { Prescription } from '../prescription.entity.js';
import {
  type Hearer,
  isOver,
  PrescriptionState,
  PrescriptionStep,
  stateTold,
  stepsTold,
  type Told,
  tells,
  toldOf,
} from '../prescription-told.js';

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
    return stateTold(one, await this.told(one, context), hearerOf(actor));
  }

  @ResolveField(() => Boolean, { name: 'late', description: 'It has waited for an answer for more than seven days.' })
  @Allow(ANYONE_SIGNED_IN)
  async late(@Parent() one: Prescription, @Context() context: RequestContext): Promise<boolean> {
    const { today } = await this.told(one, context);
    return one.isLate(today) && !isOver(one, today);
  }

  @ResolveField(() => String, { name: 'reason', nullable: true, description: 'Why the branch could not take it on.' })
  @Allow(ANYONE_SIGNED_IN)
  reason(@Parent() one: Prescription, @CurrentActor() actor: Actor): string | null {
    return tells(one, hearerOf(actor), 'ANSWERED') ? one.reason : null;
  }

  @ResolveField(() => PlaceReference, {
    name: 'otherPlace',
    nullable: true,
    description: 'Where a branch that could not take it on sends the person instead.',
  })
  @Allow(ANYONE_SIGNED_IN)
  otherPlace(@Parent() one: Prescription, @CurrentActor() actor: Actor): PlaceReference | null {
    return one.otherPlaceId !== null && tells(one, hearerOf(actor), 'ANSWERED') ? { id: one.otherPlaceId } : null;
  }

  @ResolveField(() => String, {
    name: 'otherPlaceWords',
    nullable: true,
    description: 'The same in words: name, address, distance.',
  })
  @Allow(ANYONE_SIGNED_IN)
  otherPlaceWords(@Parent() one: Prescription, @CurrentActor() actor: Actor): string | null {
    return tells(one, hearerOf(actor), 'ANSWERED') ? one.otherPlaceWords : null;
  }

  @ResolveField(() => [PrescriptionStep], { name: 'steps', description: 'What happened, as far as you may know.' })
  @Allow(ANYONE_SIGNED_IN)
  async steps(
    @Parent() one: Prescription,
    @Context() context: RequestContext,
    @CurrentActor() actor: Actor,
  ): Promise<PrescriptionStep[]> {
    return stepsTold(one, await this.told(one, context), hearerOf(actor));
  }

  @ResolveField(() => BranchReference, { name: 'branch', description: 'The branch that is asked.' })
  @Allow(ANYONE_SIGNED_IN)
  branch(@Parent() { branch }: Prescription): BranchReference {
    return { code: branch };
  }

  @ResolveField(() => OrganisationReference, {
    name: 'organisation',
    nullable: true,
    description: 'On whose behalf it was written; null = the branch has not said which of those it knows that is.',
  })
  @Allow(ANYONE_SIGNED_IN)
  organisation(@Parent() { organisationId }: Prescription): OrganisationReference | null {
    return organisationId === null ? null : { id: organisationId };
  }

  @ResolveField(() => String, {
    name: 'prescriberMail',
    nullable: true,
    description: 'Verified mail of a prescriber without an account; null = they have one, or it is forgotten here.',
  })
  @Allow(Permission.AnswerPrescriptions)
  prescriberMail(@Parent() one: Prescription): string | null {
    return one.prescriberMail;
  }

  @ResolveField(() => [PrescriberLetter], {
    name: 'letters',
    description: 'What was written to a prescriber without an account, and what became of it, first to last.',
  })
  @Allow(Permission.AnswerPrescriptions)
  letters(
    @Parent() { id }: Prescription,
    @Context() context: RequestContext,
    @CurrentActor() actor: Actor,
  ): Promise<PrescriberLetter[]> {
    const load = async (ids: readonly string[]) => {
      const letters = await this.db.read(actor, (tx) =>
        tx.find(PrescriberLetter, { where: { prescriptionId: In([...ids]) }, order: { dueAt: 'ASC', id: 'ASC' } }),
      );
      return Map.groupBy(letters, ({ prescriptionId }) => String(prescriptionId));
    };
    return loaderOf<PrescriberLetter[]>(context, 'lettersOfPrescription', load, []).load(id);
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
    const load = (ids: readonly string[]) => this.db.look((tx) => toldOf(tx, ids, this.clock.now()));
    const told = await loaderOf<Told | undefined>(context, 'prescriptions', load, undefined).load(id);
    if (!told) throw new Error('A prescription that is gone');
    return told;
  }
}

const hearerOf = (actor: Actor): Hearer => (may(actor.role, Permission.AnswerPrescriptions) ? 'BRANCH' : 'PRESCRIBER');
