import {
  Args,
  Context,
  Int,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  ResolveReference,
  Resolver,
} from '@nestjs/graphql';
import { In } from 'typeorm';
import { type Actor, Allow, ANYONE_SIGNED_IN, branchOf, CurrentActor, Permission } from '#access';
import type { Solution } from '#events';
import { Database, decodeCursor, type Page, pageOf, pageSize } from '#persistence';
import { GraphQLVocabulary, LocalDateScalar, loaderOf, pageTypeOf, type RequestContext } from '#runtime';
import { Correction } from '../../correction.entity.js';
import { BeneficiaryReference, BranchReference } from '../../references.js';
import { SupportAct } from '../support-act.entity.js';

@ObjectType({ description: 'A page of support acts.' })
export class SupportActPage extends pageTypeOf(SupportAct, 'SupportActPageRows') {}

@Resolver(() => SupportAct)
export class ListSupportActsResolver {
  constructor(private readonly db: Database) {}

  @Query(() => SupportActPage, {
    name: 'supportActs',
    description: 'Acts of a branch, newest first, those taken back included.',
  })
  @Allow(Permission.RecordDropIn)
  list(
    @Args('branch', { type: () => String, nullable: true, description: 'Branch code; yours when you have one only.' })
    branch: string | null,
    @Args('on', { type: () => LocalDateScalar, nullable: true, description: 'Only this day.' }) on: string | null,
    @Args('solution', { type: () => GraphQLVocabulary.Solution, nullable: true, description: 'COURSE or DROP_IN.' })
    solution: Solution | null,
    @Args('mine', { type: () => Boolean, defaultValue: false, description: 'Only those you recorded.' }) mine: boolean,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'Rows wanted, 1–100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: '`endCursor` of the page before.' }) after:
      | string
      | null,
    @CurrentActor() actor: Actor,
  ): Promise<Page<SupportAct>> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 'instant', 'uuid');
    return this.db.read(actor, async (tx) => {
      const query = tx
        .createQueryBuilder(SupportAct, 'a')
        .where('a.branch = :branch', { branch: branchOf(actor, branch) })
        .orderBy('a.occurredAt', 'DESC')
        .addOrderBy('a.id', 'DESC')
        .limit(size + 1);
      if (on) query.andWhere('a.occurredOn = :on', { on });
      if (solution) query.andWhere('a.solution = :solution', { solution });
      if (mine) query.andWhere('a.recordedBy = :me', { me: actor.subject });
      if (cursor) query.andWhere('(a.occurredAt, a.id) < (:at, :id)', { at: cursor[0], id: cursor[1] });
      return pageOf(await query.getMany(), size, (act) => [act.occurredAt.toISOString(), act.id]);
    });
  }

  @ResolveReference()
  @Allow(Permission.RecordDropIn)
  reference(@Parent() { id }: { id: string }, @Context() context: RequestContext): Promise<SupportAct | null> {
    const load = async (ids: readonly string[]) => {
      const acts = await this.db.read(context.actor, (tx) => tx.findBy(SupportAct, { id: In([...ids]) }));
      return new Map(acts.map((act) => [act.id, act]));
    };
    return loaderOf<SupportAct | null>(context, 'support act', load, null).load(id);
  }

  @ResolveField(() => BranchReference, { name: 'branch', description: 'The branch that helped.' })
  @Allow(ANYONE_SIGNED_IN)
  branch(@Parent() act: SupportAct): BranchReference {
    return { code: act.branch };
  }

  @ResolveField(() => BeneficiaryReference, {
    name: 'beneficiary',
    nullable: true,
    description: 'The person; null for an anonymous passage.',
  })
  @Allow(ANYONE_SIGNED_IN)
  beneficiary(@Parent() act: SupportAct): BeneficiaryReference | null {
    return act.beneficiaryId === null ? null : { id: act.beneficiaryId };
  }

  @ResolveField(() => [Correction], {
    name: 'corrections',
    description: 'What was mended, when and why; newest first.',
  })
  @Allow(Permission.RecordDropIn)
  corrections(@Parent() act: SupportAct, @CurrentActor() actor: Actor): Promise<Correction[]> {
    return this.db.read(actor, (tx) =>
      tx.find(Correction, { where: { subjectId: act.id }, order: { at: 'DESC' }, take: 50 }),
    );
  }
}

@Resolver(() => BeneficiaryReference)
export class ListSupportActsOfPersonResolver {
  constructor(private readonly db: Database) {}

  @ResolveField(() => [SupportAct], {
    name: 'supportActs',
    description: 'Acts for this person in your branches, newest first, at most 100.',
  })
  @Allow(Permission.RecordDropIn)
  ofPerson(@Parent() person: BeneficiaryReference, @CurrentActor() actor: Actor): Promise<SupportAct[]> {
    return this.db.read(actor, (tx) =>
      tx
        .createQueryBuilder(SupportAct, 'a')
        .where('a.beneficiaryId IN (SELECT same_person(:id))', { id: person.id })
        .orderBy('a.occurredAt', 'DESC')
        .limit(100)
        .getMany(),
    );
  }
}
