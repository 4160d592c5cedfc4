import { Args, Int, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, ANYONE_SIGNED_IN, branchOf, CurrentActor, Permission } from '#access';
import { Database, decodeCursor, type Page, pageOf, pageSize } from '#persistence';
import { pageTypeOf } from '#runtime';
import { BeneficiaryReference, BranchReference } from '../../references.js';
import { SaleException } from '../sale-exception.entity.js';

@ObjectType({ description: 'A page of exceptions of the till.' })
export class SaleExceptionPage extends pageTypeOf(SaleException, 'SaleExceptionPageRows') {}

@Resolver(() => SaleException)
export class ListSaleExceptionsResolver {
  constructor(private readonly db: Database) {}

  @Query(() => SaleExceptionPage, {
    name: 'saleExceptions',
    description: 'Sales made without the network that the rules refused when they came in, newest first.',
  })
  @Allow(Permission.ReadSales)
  list(
    @Args('branch', { type: () => String, nullable: true, description: 'Branch code; yours when you have one only.' })
    named: string | null,
    @Args('open', { type: () => Boolean, defaultValue: true, description: 'Only those still to be settled.' })
    open: boolean,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'Rows wanted, 1–100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: '`endCursor` of the page before.' }) after:
      | string
      | null,
    @CurrentActor() actor: Actor,
  ): Promise<Page<SaleException>> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 'instant', 'uuid');
    const branch = branchOf(actor, named);
    return this.db.read(actor, async (tx) => {
      const query = tx
        .createQueryBuilder(SaleException, 'e')
        .where('e.branch = :branch', { branch })
        .orderBy('e.occurred_at', 'DESC')
        .addOrderBy('e.id', 'DESC')
        .limit(size + 1);
      if (open) query.andWhere("e.state = 'OPEN'");
      if (cursor) query.andWhere('(e.occurred_at, e.id) < (:at, :id)', { at: cursor[0], id: cursor[1] });
      return pageOf(await query.getMany(), size, ({ occurredAt, id }) => [occurredAt.toISOString(), id]);
    });
  }

  @ResolveField(() => BranchReference, { name: 'branch', description: 'The branch that sold.' })
  @Allow(ANYONE_SIGNED_IN)
  branch(@Parent() exception: SaleException): BranchReference {
    return { code: exception.branch };
  }

  @ResolveField(() => BeneficiaryReference, {
    name: 'beneficiary',
    nullable: true,
    description: 'Who bought; null = anonymous.',
  })
  @Allow(Permission.ReadSales)
  beneficiary(@Parent() exception: SaleException): BeneficiaryReference | null {
    return exception.beneficiaryId === null ? null : { id: exception.beneficiaryId };
  }
}
