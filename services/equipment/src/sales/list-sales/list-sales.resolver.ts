import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, branchOf, CurrentActor, Permission } from '#access';
import { NOT_FOUND } from '#errors';
import { Clock, Database, decodeCursor, type Page, pageOf, pageSize } from '#persistence';
import { LocalDateScalar, Uuid } from '#runtime';
import { momentIn } from '../../known/known.js';
import { Sale } from '../sale.entity.js';
import { cursorOf, SalePage } from '../sale-page.js';

@Resolver()
export class ListSalesResolver {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  @Query(() => SalePage, {
    name: 'sales',
    description: 'Sales of a branch on a day, newest first, voided ones included and marked.',
  })
  @Allow(Permission.ReadSales)
  list(
    @Args('branch', { type: () => String, nullable: true, description: 'Branch code; yours when you have one only.' })
    branch: string | null,
    @Args('day', { type: () => LocalDateScalar, nullable: true, description: 'The day; today when left out.' })
    day: string | null,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'Rows wanted, 1–100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: '`endCursor` of the page before.' }) after:
      | string
      | null,
    @CurrentActor() actor: Actor,
  ): Promise<Page<Sale>> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 'instant', 'uuid');
    const code = branchOf(actor, branch);
    return this.db.read(actor, async (tx) => {
      const query = tx
        .createQueryBuilder(Sale, 's')
        .where('s.branch = :code AND s.occurred_on = :day', {
          code,
          day: day ?? (await momentIn(tx, code, this.clock.now())).day,
        })
        .orderBy('s.occurred_at', 'DESC')
        .addOrderBy('s.id', 'DESC')
        .limit(size + 1);
      if (cursor) query.andWhere('(s.occurred_at, s.id) < (:at, :id)', { at: cursor[0], id: cursor[1] });
      return pageOf(await query.getMany(), size, cursorOf);
    });
  }

  @Query(() => Sale, { name: 'sale', description: 'A sale of your branches, as on its receipt. Refuses NOT_FOUND.' })
  @Allow(Permission.ReadSales)
  async sale(
    @Args('id', { type: () => Uuid, description: 'The sale.' }) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<Sale> {
    const sale = await this.db.read(actor, (tx) => tx.findOneBy(Sale, { id }));
    if (!sale) throw NOT_FOUND({ what: 'Vente', whatEn: 'Sale' }, 'id');
    return sale;
  }
}
