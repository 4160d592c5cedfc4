import { Args, Context, Int, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, branchOf, CurrentActor, Permission } from '#access';
import { Database, decodeCursor, type Page, pageOf, pageSize } from '#persistence';
import { loaderOf, pageTypeOf, type RequestContext } from '#runtime';
import { Device } from '../../devices/device.entity.js';
import { Reservation } from '../reservation.entity.js';

@ObjectType({ description: 'A page of reservations.' })
export class ReservationPage extends pageTypeOf(Reservation, 'ReservationPageRows') {}

@Resolver(() => Device)
export class ListReservationsResolver {
  constructor(private readonly db: Database) {}

  @Query(() => ReservationPage, {
    name: 'reservations',
    description: 'Reservations of a branch that hold, the first to run out first.',
  })
  @Allow(Permission.ReadSales)
  list(
    @Args('branch', { type: () => String, nullable: true, description: 'Branch code; yours when you have one only.' })
    named: string | null,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'Rows wanted, 1–100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: '`endCursor` of the page before.' }) after:
      | string
      | null,
    @CurrentActor() actor: Actor,
  ): Promise<Page<Reservation>> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 'instant', 'uuid');
    const branch = branchOf(actor, named);
    return this.db.read(actor, async (tx) => {
      const query = tx
        .createQueryBuilder(Reservation, 'r')
        .where('r.branch = :branch AND r.ended_at IS NULL', { branch })
        .orderBy('r.expires_at')
        .addOrderBy('r.id')
        .limit(size + 1);
      if (cursor) query.andWhere('(r.expires_at, r.id) > (:at, :id)', { at: cursor[0], id: cursor[1] });
      return pageOf(await query.getMany(), size, ({ expiresAt, id }) => [expiresAt.toISOString(), id]);
    });
  }

  @ResolveField(() => Reservation, {
    name: 'reservation',
    nullable: true,
    description: 'For whom it is kept; null when it is kept for nobody.',
  })
  @Allow(Permission.ReadSales)
  reservation(@Parent() device: Device, @Context() context: RequestContext): Promise<Reservation | null> {
    const load = (ids: readonly string[]) =>
      this.db.read(context.actor, async (tx) => {
        const found = await tx
          .createQueryBuilder(Reservation, 'r')
          .where('r.device_id = ANY (:ids) AND r.ended_at IS NULL', { ids: [...ids] })
          .getMany();
        return new Map<string, Reservation | null>(found.map((one) => [one.deviceId, one]));
      });
    return loaderOf<Reservation | null>(context, 'reservation of device', load, null).load(device.id);
  }
}
