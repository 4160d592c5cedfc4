import { Args, Context, Int, Parent, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { Allow, ANYONE_SIGNED_IN, Permission } from '#access';
import { Database, decodeCursor, type Page, pageOf, pageSize, type Tx, within } from '#persistence';
import { loaderOf, type RequestContext } from '#runtime';
import { BeneficiaryReference } from '../../references.js';
import { Sale } from '../sale.entity.js';
import { cursorOf, SalePage } from '../sale-page.js';

const NONE: Page<Sale> = { items: [], endCursor: null };

@Resolver(() => BeneficiaryReference)
export class ListPurchasesResolver {
  constructor(private readonly db: Database) {}

  @ResolveReference()
  @Allow(ANYONE_SIGNED_IN)
  reference(reference: BeneficiaryReference): BeneficiaryReference {
    return { id: reference.id };
  }

  @ResolveField(() => SalePage, {
    name: 'purchases',
    description: 'What the person bought in your branches, newest first, voided sales included and marked.',
  })
  @Allow(Permission.ReadSales)
  purchases(
    @Parent() person: BeneficiaryReference,
    @Args('first', { type: () => Int, defaultValue: 20, description: 'Rows wanted, 1–100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: '`endCursor` of the page before.' }) after:
      | string
      | null,
    @Context() context: RequestContext,
  ): Promise<Page<Sale>> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 'instant', 'uuid');
    const load = (ids: readonly string[]) => this.db.read(context.actor, (tx) => pagesOf(tx, ids, size, cursor));
    return loaderOf(context, `purchases ${size} ${after ?? ''}`, load, NONE).load(person.id);
  }
}

/** One page each for all these people, in two statements. */
async function pagesOf(tx: Tx, people: readonly string[], size: number, cursor: string[] | undefined) {
  const values: unknown[] = [people, cursor?.[0] ?? null, cursor?.[1] ?? null, size + 1];
  const ranked: { person: string; id: string }[] = await tx.query(
    `SELECT person, id FROM (
       SELECT asked.person, sale.id, row_number() OVER (PARTITION BY asked.person ORDER BY occurred_at DESC, sale.id DESC) AS place
       FROM unnest($1::uuid[]) AS asked(person) CROSS JOIN LATERAL same_person(asked.person) AS one(id)
       JOIN sale ON sale.beneficiary_id = one.id
       WHERE ${within(tx, values)}
         AND ($2::timestamptz IS NULL OR (occurred_at, sale.id) < ($2::timestamptz, $3::uuid))) AS placed
     WHERE place <= $4`,
    values,
  );
  const sales = await tx
    .createQueryBuilder(Sale, 's')
    .where('s.id = ANY (:ids)', { ids: ranked.map((row) => row.id) })
    .orderBy('s.occurred_at', 'DESC')
    .addOrderBy('s.id', 'DESC')
    .getMany();
  const persons = Map.groupBy(ranked, ({ person }) => person);
  const boughtBy = (rows: typeof ranked) => sales.filter((sale) => rows.some(({ id }) => id === sale.id));
  return new Map([...persons].map(([person, rows]) => [person, pageOf(boughtBy(rows), size, cursorOf)]));
}
