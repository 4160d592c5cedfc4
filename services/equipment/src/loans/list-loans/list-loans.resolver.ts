import { Args, Context, Int, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, branchOf, CurrentActor, Permission } from '#access';
import { Clock, Database, decodeCursor, type Page, pageOf, pageSize } from '#persistence';
import { loaderOf, pageTypeOf, type RequestContext } from '#runtime';
import { Device } from '../../devices/device.entity.js';
import { momentIn } from '../../known/known.js';
import { Loan } from '../loan.entity.js';

@ObjectType({ description: 'A page of loans.' })
export class LoanPage extends pageTypeOf(Loan, 'LoanPageRows') {}

@Resolver(() => Device)
export class ListLoansResolver {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  @Query(() => LoanPage, { name: 'loans', description: 'Devices of a branch that are lent, the first due first.' })
  @Allow(Permission.ReadSales)
  list(
    @Args('branch', { type: () => String, nullable: true, description: 'Branch code; yours when you have one only.' })
    named: string | null,
    @Args('overdue', { type: () => Boolean, defaultValue: false, description: 'Only those that should be back.' })
    overdue: boolean,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'Rows wanted, 1–100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: '`endCursor` of the page before.' }) after:
      | string
      | null,
    @CurrentActor() actor: Actor,
  ): Promise<Page<Loan>> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 'day', 'uuid');
    const branch = branchOf(actor, named);
    return this.db.read(actor, async (tx) => {
      const query = tx
        .createQueryBuilder(Loan, 'l')
        .where('l.branch = :branch AND l.ended_at IS NULL', { branch })
        .orderBy('l.due_on')
        .addOrderBy('l.id')
        .limit(size + 1);
      if (overdue) query.andWhere('l.due_on < :day', { day: (await momentIn(tx, branch, this.clock.now())).day });
      if (cursor) query.andWhere('(l.due_on, l.id) > (:on, :id)', { on: cursor[0], id: cursor[1] });
      return pageOf(await query.getMany(), size, ({ dueOn, id }) => [dueOn, id]);
    });
  }

  @ResolveField(() => Loan, {
    name: 'loan',
    nullable: true,
    description: 'To whom it is lent; null when it is in the house.',
  })
  @Allow(Permission.ReadSales)
  loan(@Parent() device: Device, @Context() context: RequestContext): Promise<Loan | null> {
    const load = (ids: readonly string[]) =>
      this.db.read(context.actor, async (tx) => {
        const found = await tx
          .createQueryBuilder(Loan, 'l')
          .where('l.device_id = ANY (:ids) AND l.ended_at IS NULL', { ids: [...ids] })
          .getMany();
        return new Map<string, Loan | null>(found.map((one) => [one.deviceId, one]));
      });
    return loaderOf<Loan | null>(context, 'loan of device', load, null).load(device.id);
  }
}
