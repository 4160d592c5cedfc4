import { Context, Field, Int, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, Permission } from '#access';
import { Database, type Tx, within } from '#persistence';
import { DateTime, loaderOf, type RequestContext } from '#runtime';
import { DonorReference } from '../../references.js';

@ObjectType({ description: 'What became of all that a donor gave, wherever its devices are now.' })
export class DonorImpact {
  @Field(() => Int, { description: 'Donations.' })
  donations: number;

  @Field(() => Int, { description: 'Devices announced, over all lots.' })
  expected: number;

  @Field(() => Int, { description: 'What all lots weighed, in grams.' })
  weightGrams: number;

  @Field(() => Int, { description: 'Devices received with a tag.' })
  received: number;

  @Field(() => Int, { description: 'Being prepared: received, refurbished, or on their way between branches.' })
  inPreparation: number;

  @Field(() => Int, { description: 'Ready, or kept for somebody.' })
  ready: number;

  @Field(() => Int, { description: 'Lent to somebody now.' })
  onLoan: number;

  @Field(() => Int, { description: 'Sold to a person at the solidarity price.' })
  distributed: number;

  @Field(() => Int, { description: 'Not reusable: taken apart or recycled.' })
  wasted: number;

  @Field(() => Int, { description: 'Lost.' })
  lost: number;

  @Field(() => DateTime, { nullable: true, description: 'When one of them last changed its state.' })
  lastMovedAt: Date | null;
}

/** Every state stands in one column. */
const COLUMNS = {
  inPreparation: ['RECEIVED', 'IN_REFURBISHMENT', 'IN_TRANSIT'],
  ready: ['READY', 'RESERVED'],
  onLoan: ['LOANED'],
  distributed: ['DISTRIBUTED', 'AFTER_SALES', 'RETURNED'],
  wasted: ['NOT_REUSABLE'],
  lost: ['LOST'],
} as const;

@Resolver(() => DonorReference)
export class ShowImpactResolver {
  constructor(private readonly db: Database) {}

  @ResolveField(() => DonorImpact, {
    name: 'impact',
    nullable: true,
    description: 'What became of what it gave to your branches; null when it gave nothing yet.',
  })
  @Allow(Permission.ReadDonors)
  impact(@Parent() donor: DonorReference, @Context() context: RequestContext): Promise<DonorImpact | null> {
    const load = async (ids: readonly string[]) => {
      const given = await this.db.read(context.actor, (tx) => givenBy(tx, ids));
      // Whose gifts are within reach is known by now; their devices may have gone to any branch, and of those only numbers are told.
      const moved = await this.db.look((tx) => movedOf(tx, [...given.keys()]));
      return new Map<string, DonorImpact | null>(
        [...given].map(([donorId, gifts]) => [donorId, { ...gifts, ...(moved.get(donorId) ?? NOTHING) }]),
      );
    };
    return loaderOf<DonorImpact | null>(context, 'donor impact', load, null).load(donor.id);
  }
}

type Given = Pick<DonorImpact, 'donations' | 'expected' | 'weightGrams'>;
type Moved = Omit<DonorImpact, keyof Given>;
const NOTHING: Moved = {
  received: 0,
  inPreparation: 0,
  ready: 0,
  onLoan: 0,
  distributed: 0,
  wasted: 0,
  lost: 0,
  lastMovedAt: null,
};

async function givenBy(tx: Tx, donors: readonly string[]): Promise<Map<string, Given>> {
  const values: unknown[] = [donors];
  const rows: (Given & { donor_id: string })[] = await tx.query(
    `SELECT donor_id, count(DISTINCT donation_id)::int AS donations, sum(expected)::int AS expected,
            sum(weight_grams)::int AS "weightGrams"
     FROM lot WHERE donor_id = ANY ($1::uuid[]) AND ${within(tx, values)} GROUP BY donor_id`,
    values,
  );
  return new Map(rows.map(({ donor_id, ...given }) => [donor_id, given]));
}

async function movedOf(tx: Tx, donors: readonly string[]): Promise<Map<string, Moved>> {
  const columns = Object.entries(COLUMNS).map(
    ([column, states]) =>
      `count(*) FILTER (WHERE d.state IN (${states.map((state) => `'${state}'`).join(', ')}))::int AS "${column}"`,
  );
  const rows: (Moved & { donor_id: string })[] = await tx.query(
    `SELECT l.donor_id, count(*)::int AS received, ${columns.join(', ')}, max(d.state_since) AS "lastMovedAt"
     FROM lot l JOIN device d ON d.lot_id = l.id AND NOT d.voided
     WHERE l.donor_id = ANY ($1::uuid[]) GROUP BY l.donor_id`,
    [donors],
  );
  return new Map(rows.map(({ donor_id, ...moved }) => [donor_id, moved]));
}
