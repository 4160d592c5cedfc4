import { Args, Context, Int, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { NOT_FOUND } from '#errors';
import { Database, within } from '#persistence';
import { loaderOf, type RequestContext, Uuid } from '#runtime';
import { Device } from '../../devices/device.entity.js';
import { Donation } from '../donation.entity.js';
import { Lot } from '../lot.entity.js';
import { donationOf } from './donation-fields.resolver.js';

@Resolver(() => Lot)
export class ShowLotResolver {
  constructor(private readonly db: Database) {}

  @Query(() => Lot, { name: 'lot', description: 'A lot of your branches. Refuses NOT_FOUND.' })
  @Allow(Permission.ReadDonors)
  async lot(
    @Args('id', { type: () => Uuid, description: 'The lot.' }) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<Lot> {
    const lot = await this.db.read(actor, (tx) => tx.findOneBy(Lot, { id }));
    if (!lot) throw NOT_FOUND({ what: 'Lot', whatEn: 'Lot' }, 'id');
    return lot;
  }

  @ResolveReference()
  @Allow(Permission.ReadDonors)
  reference(reference: { id: string }, context: RequestContext): Promise<Lot | null> {
    return lotOf(this.db, context, reference.id);
  }

  @ResolveField(() => Donation, { name: 'donation', nullable: true, description: 'The donation it is a part of.' })
  @Allow(Permission.ReadDonors)
  donation(@Parent() lot: Lot, @Context() context: RequestContext): Promise<Donation | null> {
    return donationOf(this.db, context, lot.donationId);
  }

  @ResolveField(() => Int, { name: 'received', description: 'Devices received into it so far, in your branches now.' })
  @Allow(Permission.ReadStock)
  received(@Parent() lot: Lot, @Context() context: RequestContext): Promise<number> {
    const load = (ids: readonly string[]) =>
      this.db.read(context.actor, async (tx) => {
        const values: unknown[] = [ids];
        const rows: { lot_id: string; n: number }[] = await tx.query(
          `SELECT lot_id, count(*)::int AS n FROM device
           WHERE lot_id = ANY ($1::uuid[]) AND NOT voided AND ${within(tx, values)} GROUP BY lot_id`,
          values,
        );
        return new Map(rows.map((row) => [row.lot_id, row.n]));
      });
    return loaderOf(context, 'lot received', load, 0).load(lot.id);
  }

  @ResolveField(() => [Device], { name: 'devices', description: 'Its devices in your branches, by tag; at most 200.' })
  @Allow(Permission.ReadStock)
  devices(@Parent() lot: Lot, @Context() context: RequestContext): Promise<Device[]> {
    return this.db.read(context.actor, (tx) =>
      tx
        .createQueryBuilder(Device, 'd')
        .where('d.lot_id = :id AND NOT d.voided', { id: lot.id })
        .orderBy('d.tag')
        .limit(200)
        .getMany(),
    );
  }
}

@Resolver(() => Device)
export class DeviceLotResolver {
  constructor(private readonly db: Database) {}

  @ResolveField(() => Lot, {
    name: 'lot',
    nullable: true,
    description: 'The donated lot it came in; null when it came otherwise, or in another branch.',
  })
  @Allow(Permission.ReadDonors)
  lot(@Parent() device: Device, @Context() context: RequestContext): Promise<Lot | null> | null {
    return device.lotId === null ? null : lotOf(this.db, context, device.lotId);
  }
}

function lotOf(db: Database, context: RequestContext, id: string): Promise<Lot | null> {
  const load = (ids: readonly string[]) =>
    db.read(context.actor, async (tx) => {
      const lots = await tx
        .createQueryBuilder(Lot, 'l')
        .where('l.id = ANY (:ids)', { ids: [...ids] })
        .getMany();
      return new Map<string, Lot | null>(lots.map((lot) => [lot.id, lot]));
    });
  return loaderOf<Lot | null>(context, 'lot', load, null).load(id);
}
