import {
  Args,
  Context,
  Field,
  Info,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  ResolveReference,
  Resolver,
} from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { In } from 'typeorm';
import { type Actor, Allow, ANYONE_SIGNED_IN, CurrentActor, may, Permission } from '#access';
import { NOT_FOUND } from '#errors';
import type { AgeBand, Gender, SocialStatus } from '#events';
import { Clock, Database, within } from '#persistence';
import { DateTime, GraphQLVocabulary, loaderOf, localDay, type RequestContext, Uuid, yearOf } from '#runtime';
import { AuditTrail } from '../../audit/audit-trail.js';
import { fieldsAsked } from '../../audit/fields-asked.js';
import { Commune, communeOf } from '../../communes/communes.js';
import { BranchReference, OrganisationReference } from '../../references.js';
import { ageBandIn } from '../age-band.js';
import { Beneficiary } from '../beneficiary.entity.js';
import { inForce } from '../class-history.js';
import { Situation } from '../situation.entity.js';

@ObjectType({ description: 'A mistake that was mended in a person’s record.' })
export class BeneficiaryCorrection {
  @Field(() => String, {
    description:
      'CORRECTED, VOIDED, RESTRICTED, RESTRICTION_LIFTED, OBJECTED, OBJECTION_WITHDRAWN, MERGED or UNMERGED.',
  })
  what: string;

  @Field(() => String, { description: 'Why, in the words of who did it.' })
  reason: string;

  @Field(() => String, { description: 'Subject of who did it.' })
  author: string;

  @Field(() => DateTime, { description: 'When.' })
  at: Date;
}

/** What is told of a person. Every field but the branch needs the person first, and that is where reading is refused. */
@Resolver(() => Beneficiary)
export class ShowBeneficiaryResolver {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
  ) {}

  @Query(() => Beneficiary, {
    name: 'beneficiary',
    description: 'A person of your branches; opening it puts it first in `recentBeneficiaries`. Refuses NOT_FOUND.',
  })
  @Allow(Permission.ReadBeneficiaries)
  async show(
    @Args('id', { type: () => Uuid, description: 'The person.' }) id: string,
    @CurrentActor() actor: Actor,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Beneficiary> {
    const [beneficiary] = await this.shown([id], actor, info);
    if (!beneficiary) throw NOT_FOUND({ what: 'Personne', whatEn: 'Person' }, 'id');
    // A transaction of its own: two tabs opening the same person must not make either reading fail.
    await this.db.work((tx) =>
      tx.query(
        `INSERT INTO opened_beneficiary (subject, beneficiary_id, branch, at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (subject, beneficiary_id) DO UPDATE SET at = EXCLUDED.at`,
        [actor.subject, id, beneficiary.branch, this.clock.now()],
      ),
    );
    return beneficiary;
  }

  @ResolveReference()
  @Allow(Permission.ReadBeneficiaries)
  resolve(
    @Parent() reference: { id: string },
    @Context() context: RequestContext,
    @CurrentActor() actor: Actor,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Beneficiary | null> {
    const load = async (ids: readonly string[]) => {
      const rows = await this.shown(ids, actor, info);
      return new Map(rows.map((row) => [row.id, row]));
    };
    return loaderOf<Beneficiary | null>(context, 'beneficiary', load, null).load(reference.id);
  }

  @ResolveField(() => BranchReference, { name: 'branch', description: 'The branch that enrolled the person.' })
  @Allow(ANYONE_SIGNED_IN)
  branch(@Parent() beneficiary: Beneficiary): BranchReference {
    return { code: beneficiary.branch };
  }

  @ResolveField(() => OrganisationReference, {
    name: 'organisation',
    nullable: true,
    description: 'Organisation that sent the person.',
  })
  @Allow(ANYONE_SIGNED_IN)
  organisation(@Parent() beneficiary: Beneficiary): OrganisationReference | null {
    return beneficiary.organisationId === null ? null : { id: beneficiary.organisationId };
  }

  @ResolveField(() => GraphQLVocabulary.AgeBand, {
    name: 'ageBand',
    description: 'Age band today, in the branch’s zone.',
  })
  @Allow(ANYONE_SIGNED_IN)
  async ageBand(@Parent() beneficiary: Beneficiary, @Context() context: RequestContext): Promise<AgeBand> {
    if (beneficiary.birthYear === null) return beneficiary.statedAgeBand ?? 'NOT_STATED';
    return ageBandIn(yearOf(await this.todayIn(beneficiary.branch, context)), beneficiary.birthYear);
  }

  @ResolveField(() => GraphQLVocabulary.Gender, {
    name: 'gender',
    description: 'Gender as the person states it today.',
  })
  @Allow(ANYONE_SIGNED_IN)
  async gender(
    @Parent() person: Beneficiary,
    @Context() context: RequestContext,
    @CurrentActor() actor: Actor,
  ): Promise<Gender> {
    return (await this.current(person, context, actor)).gender;
  }

  @ResolveField(() => GraphQLVocabulary.SocialStatus, { name: 'socialStatus', description: 'Main occupation today.' })
  @Allow(ANYONE_SIGNED_IN)
  async socialStatus(
    @Parent() person: Beneficiary,
    @Context() context: RequestContext,
    @CurrentActor() actor: Actor,
  ): Promise<SocialStatus> {
    return (await this.current(person, context, actor)).socialStatus;
  }

  @ResolveField(() => Commune, { name: 'commune', nullable: true, description: 'Commune they live in today.' })
  @Allow(ANYONE_SIGNED_IN)
  async commune(
    @Parent() person: Beneficiary,
    @Context() context: RequestContext,
    @CurrentActor() actor: Actor,
  ): Promise<Commune | null> {
    const { communeCode } = await this.current(person, context, actor);
    return communeCode === null ? null : (communeOf(communeCode) ?? null);
  }

  @ResolveField(() => [Situation], { name: 'situations', description: 'Situations over time, oldest first.' })
  @Allow(ANYONE_SIGNED_IN)
  situations(
    @Parent() person: Beneficiary,
    @Context() context: RequestContext,
    @CurrentActor() actor: Actor,
  ): Promise<Situation[]> {
    const load = async (ids: readonly string[]) => {
      const rows = await this.db.read(actor, (tx) =>
        tx.find(Situation, { where: { beneficiaryId: In([...ids]) }, order: { holdsFrom: 'ASC' } }),
      );
      return Map.groupBy(rows, (row) => row.beneficiaryId);
    };
    return loaderOf<Situation[]>(context, 'situations', load, []).load(person.id);
  }

  @ResolveField(() => [BeneficiaryCorrection], { name: 'corrections', description: 'Mistakes mended, oldest first.' })
  @Allow(ANYONE_SIGNED_IN)
  corrections(
    @Parent() person: Beneficiary,
    @Context() context: RequestContext,
    @CurrentActor() actor: Actor,
  ): Promise<BeneficiaryCorrection[]> {
    const load = async (ids: readonly string[]) => {
      const values: unknown[] = [ids];
      const rows: (BeneficiaryCorrection & { beneficiary_id: string })[] = await this.db.read(actor, (tx) =>
        tx.query(
          `SELECT beneficiary_id, what, reason, author, at FROM correction
           WHERE beneficiary_id = ANY ($1) AND ${within(tx, values)} ORDER BY at, id`,
          values,
        ),
      );
      return Map.groupBy(rows, (row) => row.beneficiary_id);
    };
    return loaderOf<BeneficiaryCorrection[]>(context, 'corrections', load, []).load(person.id);
  }

  /** These people's records, and in the same transaction that they were shown. */
  private shown(ids: readonly string[], actor: Actor, info: GraphQLResolveInfo): Promise<Beneficiary[]> {
    return this.db.read(actor, async (tx) => {
      const found = await tx.findBy(Beneficiary, { id: In([...ids]) });
      const desk = may(actor.role, Permission.LimitBeneficiaries);
      const people = found.filter(({ restrictedAt }) => desk || restrictedAt === null);
      const access = { action: 'READ_RECORD', purpose: 'show-beneficiary', fields: fieldsAsked(info) } as const;
      await this.trail.note(tx, actor, people, access);
      return people;
    });
  }

  private async current(person: Beneficiary, context: RequestContext, actor: Actor): Promise<Situation> {
    return inForce(await this.situations(person, context, actor), await this.todayIn(person.branch, context));
  }

  private async todayIn(branch: string, context: RequestContext): Promise<string> {
    const load = async (branches: readonly string[]) => {
      const rows: { branch: string; zone: string }[] = await this.db.look((tx) =>
        tx.query('SELECT branch, zone FROM known_branch WHERE branch = ANY ($1)', [branches]),
      );
      return new Map(rows.map((row) => [row.branch, row.zone]));
    };
    return localDay(this.clock.now(), await loaderOf(context, 'zone', load, 'Europe/Paris').load(branch));
  }
}
