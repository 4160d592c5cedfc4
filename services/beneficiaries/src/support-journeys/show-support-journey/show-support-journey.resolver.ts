import { Args, Context, Info, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { In, IsNull } from 'typeorm';
import { type Actor, Allow, ANYONE_SIGNED_IN, CurrentActor, Permission } from '#access';
import { NOT_FOUND } from '#errors';
import { Database } from '#persistence';
import { LocalDateScalar, loaderOf, type RequestContext, Uuid } from '#runtime';
import { AuditTrail } from '../../audit/audit-trail.js';
import { fieldsAsked } from '../../audit/fields-asked.js';
import { Beneficiary } from '../../beneficiaries/beneficiary.entity.js';
import { NOTHING_DUE } from '../plan.js';
import { membersBySignIn } from '../referents.js';
import { SupportJourney } from '../support-journey.entity.js';

@Resolver(() => SupportJourney)
export class ShowSupportJourneyResolver {
  constructor(
    private readonly db: Database,
    private readonly trail: AuditTrail,
  ) {}

  @Query(() => SupportJourney, { name: 'supportJourney', description: 'A support journey. Refuses NOT_FOUND.' })
  @Allow(Permission.FollowPeople)
  show(
    @Args('id', { type: () => Uuid, description: 'The support journey.' }) id: string,
    @CurrentActor() actor: Actor,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SupportJourney> {
    return this.db.read(actor, async (tx) => {
      const journey = await tx.findOneBy(SupportJourney, { id, voidedAt: IsNull() });
      // Of somebody set aside nothing is shown to whoever does not see the person.
      const people = journey ? await tx.findBy(Beneficiary, { id: journey.beneficiaryId }) : [];
      if (!journey || people.length === 0) throw NOT_FOUND({ what: 'Accompagnement', whatEn: 'Support journey' }, 'id');
      const fields = fieldsAsked(info);
      await this.trail.note(tx, actor, people, { action: 'READ_RECORD', purpose: 'show-support-journey', fields });
      return journey;
    });
  }

  @ResolveField(() => Beneficiary, {
    name: 'beneficiary',
    nullable: true,
    description: 'The person; null when you may not see them.',
  })
  @Allow(Permission.ReadBeneficiaries)
  beneficiary(
    @Parent() { beneficiaryId }: SupportJourney,
    @Context() context: RequestContext,
    @CurrentActor() actor: Actor,
  ): Promise<Beneficiary | null> {
    const load = (ids: readonly string[]) =>
      this.db.read(actor, async (tx) => {
        const people = await tx.findBy(Beneficiary, { id: In([...ids]) });
        return new Map(people.map((person) => [person.id, person]));
      });
    return loaderOf<Beneficiary | null>(context, 'followed', load, null).load(beneficiaryId);
  }

  @ResolveField(() => Uuid, {
    name: 'referentId',
    nullable: true,
    description: 'The member who goes with the person; null when nobody does, or it is not known which member that is.',
  })
  @Allow(ANYONE_SIGNED_IN)
  referentId(
    @Parent() { referent }: SupportJourney,
    @Context() context: RequestContext,
    @CurrentActor() actor: Actor,
  ): Promise<string | null> {
    if (referent === null) return Promise.resolve(null);
    const load = (all: readonly string[]) => this.db.read(actor, (tx) => membersBySignIn(tx, all));
    return loaderOf<string | null>(context, 'referents', load, null).load(referent);
  }

  @ResolveField(() => Boolean, { name: 'hasReferent', description: 'Somebody goes with the person.' })
  @Allow(ANYONE_SIGNED_IN)
  hasReferent(@Parent() { referent }: SupportJourney): boolean {
    return referent !== null;
  }

  @ResolveField(() => Boolean, { name: 'isMine', description: 'You are the one who goes with the person.' })
  @Allow(ANYONE_SIGNED_IN)
  isMine(@Parent() { referent }: SupportJourney, @CurrentActor() { subject }: Actor): boolean {
    return referent === subject;
  }

  @ResolveField(() => LocalDateScalar, {
    name: 'nextDueOn',
    nullable: true,
    description: 'First day on which a step is due; null when none is.',
  })
  @Allow(ANYONE_SIGNED_IN)
  nextDueOn(@Parent() { nextDueOn }: SupportJourney): string | null {
    return nextDueOn === NOTHING_DUE ? null : nextDueOn;
  }
}
