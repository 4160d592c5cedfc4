import { Context, Parent, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { Allow, ANYONE_SIGNED_IN, Permission } from '#access';
import { Database } from '#persistence';
import { loaderOf, type RequestContext } from '#runtime';
import { BranchReference, DonorReference } from '../../references.js';
import { Donation } from '../donation.entity.js';
import { Lot } from '../lot.entity.js';

@Resolver(() => Donation)
export class DonationFieldsResolver {
  constructor(private readonly db: Database) {}

  @ResolveReference()
  @Allow(Permission.ReadDonors)
  reference(reference: { id: string }, context: RequestContext): Promise<Donation | null> {
    return donationOf(this.db, context, reference.id);
  }

  @ResolveField(() => BranchReference, { name: 'branch', description: 'The branch that received it.' })
  @Allow(ANYONE_SIGNED_IN)
  branch(@Parent() donation: Donation): BranchReference {
    return { code: donation.branch };
  }

  @ResolveField(() => DonorReference, { name: 'donor', description: 'Who gave it.' })
  @Allow(Permission.ReadDonors)
  donor(@Parent() donation: Donation): DonorReference {
    return { id: donation.donorId };
  }

  @ResolveField(() => [Lot], { name: 'lots', description: 'Its lots, by code.' })
  @Allow(Permission.ReadDonors)
  lots(@Parent() donation: Donation, @Context() context: RequestContext): Promise<Lot[]> {
    const load = (ids: readonly string[]) =>
      this.db.read(context.actor, async (tx) => {
        const lots = await tx
          .createQueryBuilder(Lot, 'l')
          .where('l.donation_id = ANY (:ids)', { ids: [...ids] })
          .orderBy('l.code')
          .getMany();
        return Map.groupBy(lots, (lot) => lot.donationId);
      });
    return loaderOf<Lot[]>(context, 'lots', load, []).load(donation.id);
  }
}

/** A donation within reach, asked for once however many rows lead to it. */
export function donationOf(db: Database, context: RequestContext, id: string): Promise<Donation | null> {
  const load = (ids: readonly string[]) =>
    db.read(context.actor, async (tx) => {
      const donations = await tx
        .createQueryBuilder(Donation, 'd')
        .where('d.id = ANY (:ids)', { ids: [...ids] })
        .getMany();
      return new Map<string, Donation | null>(donations.map((donation) => [donation.id, donation]));
    });
  return loaderOf<Donation | null>(context, 'donation', load, null).load(id);
}
