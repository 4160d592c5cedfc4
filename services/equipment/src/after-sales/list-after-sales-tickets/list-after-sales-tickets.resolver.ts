import { Args, Context, Int, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, branchOf, CurrentActor, Permission } from '#access';
import { Database, decodeCursor, type Page, pageOf, pageSize } from '#persistence';
import { loaderOf, pageTypeOf, type RequestContext } from '#runtime';
import { Device } from '../../devices/device.entity.js';
import { AfterSalesTicket } from '../ticket.entity.js';

@ObjectType({ description: 'A page of after-sales tickets.' })
export class AfterSalesTicketPage extends pageTypeOf(AfterSalesTicket, 'AfterSalesTicketPageRows') {}

@Resolver(() => Device)
export class ListAfterSalesTicketsResolver {
  constructor(private readonly db: Database) {}

  @Query(() => AfterSalesTicketPage, {
    name: 'afterSalesTickets',
    description: 'After-sales tickets of a branch, newest first.',
  })
  @Allow(Permission.ReadSales)
  list(
    @Args('branch', { type: () => String, nullable: true, description: 'Branch code; yours when you have one only.' })
    named: string | null,
    @Args('open', { type: () => Boolean, defaultValue: false, description: 'Only those still open.' }) open: boolean,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'Rows wanted, 1–100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: '`endCursor` of the page before.' }) after:
      | string
      | null,
    @CurrentActor() actor: Actor,
  ): Promise<Page<AfterSalesTicket>> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 'instant', 'uuid');
    const branch = branchOf(actor, named);
    return this.db.read(actor, async (tx) => {
      const query = tx
        .createQueryBuilder(AfterSalesTicket, 't')
        .where('t.branch = :branch', { branch })
        .orderBy('t.opened_at', 'DESC')
        .addOrderBy('t.id', 'DESC')
        .limit(size + 1);
      if (open) query.andWhere('t.closed_at IS NULL');
      if (cursor) query.andWhere('(t.opened_at, t.id) < (:at, :id)', { at: cursor[0], id: cursor[1] });
      return pageOf(await query.getMany(), size, ({ openedAt, id }) => [openedAt.toISOString(), id]);
    });
  }

  @ResolveField(() => [AfterSalesTicket], {
    name: 'afterSalesTickets',
    description: 'Its after-sales tickets, newest first; what was repaired before it was sold is in its history.',
  })
  @Allow(Permission.ReadSales)
  tickets(@Parent() device: Device, @Context() context: RequestContext): Promise<AfterSalesTicket[]> {
    const load = (ids: readonly string[]) =>
      this.db.read(context.actor, async (tx) => {
        const found = await tx
          .createQueryBuilder(AfterSalesTicket, 't')
          .where('t.device_id = ANY (:ids)', { ids: [...ids] })
          .orderBy('t.opened_at', 'DESC')
          .getMany();
        return Map.groupBy(found, (one) => one.deviceId);
      });
    return loaderOf<AfterSalesTicket[]>(context, 'tickets of device', load, []).load(device.id);
  }
}
