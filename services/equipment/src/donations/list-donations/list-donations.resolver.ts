import { Args, Context, Int, ObjectType, Parent, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { Allow, ANYONE_SIGNED_IN, Permission } from '#access';
import { Database, decodeCursor, type Page, pageOf, pageSize, type Tx, within } from '#persistence';
import { loaderOf, pageTypeOf, type RequestContext } from '#runtime';
import { DonorReference } from '../../references.js';
import { Donation } from '../donation.entity.js';

@ObjectType({ description: 'A page of donations.' })
export class DonationPage extends pageTypeOf(Donation, 'DonationPageRows') {}

const NONE: Page<Donation> = { items: [], endCursor: null };

@Resolver(() => DonorReference)
export class ListDonationsResolver {
  constructor(private readonly db: Database) {}

  @ResolveReference()
  @Allow(ANYONE_SIGNED_IN)
  reference(reference: DonorReference): DonorReference {
    return { id: reference.id };
  }

  @ResolveField(() => DonationPage, {
    name: 'donations',
    description: 'What the donor gave to your branches, newest first.',
  })
  @Allow(Permission.ReadDonors)
  donations(
    @Parent() donor: DonorReference,
    @Args('first', { type: () => Int, defaultValue: 20, description: 'Rows wanted, 1–100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: '`endCursor` of the page before.' }) after:
      | string
      | null,
    @Context() context: RequestContext,
  ): Promise<Page<Donation>> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 'instant', 'uuid');
    const load = (ids: readonly string[]) => this.db.read(context.actor, (tx) => pagesOf(tx, ids, size, cursor));
    return loaderOf(context, `donations ${size} ${after ?? ''}`, load, NONE).load(donor.id);
  }
}

/** One page each for all these donors, in two statements. */
async function pagesOf(tx: Tx, donors: readonly string[], size: number, cursor: string[] | undefined) {
  const values: unknown[] = [donors, cursor?.[0] ?? null, cursor?.[1] ?? null, size + 1];
  const ranked: { id: string }[] = await tx.query(
    `SELECT id FROM (
       SELECT id, row_number() OVER (PARTITION BY donor_id ORDER BY received_at DESC, id DESC) AS place FROM donation
       WHERE donor_id = ANY ($1::uuid[]) AND ${within(tx, values)}
         AND ($2::timestamptz IS NULL OR (received_at, id) < ($2::timestamptz, $3::uuid))) AS placed
     WHERE place <= $4`,
    values,
  );
  const donations = await tx
    .createQueryBuilder(Donation, 'd')
    .where('d.id = ANY (:ids)', { ids: ranked.map((row) => row.id) })
    .orderBy('d.received_at', 'DESC')
    .addOrderBy('d.id', 'DESC')
    .getMany();
  const byDonor = Map.groupBy(donations, (donation) => donation.donorId);
  const cursorOf = (donation: Donation) => [donation.receivedAt.toISOString(), donation.id];
  return new Map([...byDonor].map(([donor, rows]) => [donor, pageOf(rows, size, cursorOf)]));
}
