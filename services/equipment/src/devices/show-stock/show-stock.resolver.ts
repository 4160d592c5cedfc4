import {
  Args,
  Context,
  Field,
  Int,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  ResolveReference,
  Resolver,
} from '@nestjs/graphql';
import { type Actor, Allow, ANYONE_SIGNED_IN, branchOf, CurrentActor, Permission } from '#access';
import type { EquipmentState, EquipmentType, Grade } from '#events';
import { Database, within } from '#persistence';
import { GraphQLVocabulary, loaderOf, type RequestContext } from '#runtime';
import { BranchReference } from '../../references.js';
import { IN_STOCK } from '../device-life.js';

@ObjectType({ description: 'How many devices of a branch are alike.' })
export class StockLine {
  @Field(() => GraphQLVocabulary.EquipmentType, { description: 'Kind of device.' })
  type: EquipmentType;

  @Field(() => GraphQLVocabulary.Grade, { nullable: true, description: 'Grade; null = not graded yet.' })
  grade: Grade | null;

  @Field(() => GraphQLVocabulary.EquipmentState, { description: 'Where they stand in their life.' })
  state: EquipmentState;

  @Field(() => Int, { description: 'How many.' })
  count: number;
}

@ObjectType({ description: 'How many devices of a grade can be sold.' })
export class GradeStock {
  @Field(() => GraphQLVocabulary.Grade, { description: 'The grade.' })
  grade: Grade;

  @Field(() => Int, { description: 'How many are ready.' })
  count: number;
}

@ObjectType({ description: 'How many devices are in a state.' })
export class StateCount {
  @Field(() => GraphQLVocabulary.EquipmentState, { description: 'The state.' })
  state: EquipmentState;

  @Field(() => Int, { description: 'How many devices are in it.' })
  count: number;
}

@Resolver(() => BranchReference)
export class ShowStockResolver {
  constructor(private readonly db: Database) {}

  @ResolveReference()
  @Allow(ANYONE_SIGNED_IN)
  reference(reference: BranchReference): BranchReference {
    return { code: reference.code };
  }

  @ResolveField(() => [StockLine], {
    name: 'stock',
    description: 'Devices in the house or expected back, by type, grade and state; empty for a branch out of reach.',
  })
  @Allow(Permission.ReadStock)
  async stock(@Parent() branch: BranchReference, @Context() context: RequestContext): Promise<StockLine[]> {
    const lines = await this.linesOf(branch, context);
    return lines.filter((line) => IN_STOCK.includes(line.state));
  }

  @ResolveField(() => [GradeStock], {
    name: 'stockByGrade',
    description: 'Devices that can be sold, by grade, best first; empty for a branch out of reach.',
  })
  @Allow(Permission.ReadStock)
  async stockByGrade(@Parent() branch: BranchReference, @Context() context: RequestContext): Promise<GradeStock[]> {
    const ready = (await this.linesOf(branch, context)).filter((line) => line.state === 'READY');
    return (['PREMIUM', 'A', 'B', 'C', 'D'] as const)
      .map((grade) => ({ grade, count: total(ready.filter((line) => line.grade === grade)) }))
      .filter((line) => line.count > 0);
  }

  @Query(() => [StateCount], { name: 'deviceCounts', description: 'How many devices of a branch are in each state.' })
  @Allow(Permission.ReadStock)
  async counts(
    @Args('branch', { type: () => String, nullable: true, description: 'Branch code; yours when you have one only.' })
    branch: string | null,
    @CurrentActor() actor: Actor,
    @Context() context: RequestContext,
  ): Promise<StateCount[]> {
    const lines = await this.linesOf({ code: branchOf(actor, branch) }, context);
    return [...new Set(lines.map((line) => line.state))].map((state) => ({
      state,
      count: total(lines.filter((line) => line.state === state)),
    }));
  }

  private linesOf(branch: BranchReference, context: RequestContext): Promise<StockLine[]> {
    const load = (codes: readonly string[]) =>
      this.db.read(context.actor, async (tx) => {
        const values: unknown[] = [codes];
        const rows: (StockLine & { branch: string })[] = await tx.query(
          `SELECT branch, type, grade, state, count(*)::int AS count FROM device
           WHERE branch = ANY ($1) AND NOT voided AND ${within(tx, values)}
           GROUP BY branch, type, grade, state ORDER BY type, grade, state`,
          values,
        );
        return Map.groupBy(rows, (row) => row.branch);
      });
    return loaderOf<StockLine[]>(context, 'stock', load, []).load(branch.code);
  }
}

function total(lines: readonly { count: number }[]): number {
  return lines.reduce((sum, line) => sum + line.count, 0);
}
