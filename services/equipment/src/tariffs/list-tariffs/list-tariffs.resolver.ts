import {
  Args,
  Context,
  Int,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  ResolveReference,
  Resolver,
} from '@nestjs/graphql';
import { type Actor, Allow, ANYONE_SIGNED_IN, CurrentActor, Permission } from '#access';
import { Database, decodeCursor, type Page, pageOf, pageSize } from '#persistence';
import { LocalDateScalar, loaderOf, pageTypeOf, type RequestContext } from '#runtime';
import { versionOf } from '../../loaders.js';
import { Tariff } from '../tariff.entity.js';

@ObjectType({ description: 'A page of tariffs.' })
export class TariffPage extends pageTypeOf(Tariff, 'TariffPageRows') {}

@Resolver(() => Tariff)
export class ListTariffsResolver {
  constructor(private readonly db: Database) {}

  @Query(() => TariffPage, {
    name: 'tariffs',
    description: 'Tariffs of the network, newest first; with a day, those in force on it.',
  })
  @Allow(Permission.ReadTariff)
  list(
    @Args('on', { type: () => LocalDateScalar, nullable: true, description: 'Only those in force on this day.' })
    on: string | null,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'Rows wanted, 1–100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: '`endCursor` of the page before.' }) after:
      | string
      | null,
    @CurrentActor() actor: Actor,
  ): Promise<Page<Tariff>> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 'day', 'uuid');
    return this.db.read(actor, async (tx) => {
      const query = tx
        .createQueryBuilder(Tariff, 't')
        .where('(t.valid_until IS NULL OR t.valid_until > t.valid_from)')
        .orderBy('t.valid_from', 'DESC')
        .addOrderBy('t.id', 'DESC')
        .limit(size + 1);
      if (on != null) query.andWhere('t.valid_from <= :on AND (t.valid_until IS NULL OR t.valid_until > :on)', { on });
      if (cursor) query.andWhere('(t.valid_from, t.id) < (:from, :id)', { from: cursor[0], id: cursor[1] });
      return pageOf(await query.getMany(), size, (tariff) => [tariff.validFrom, tariff.id]);
    });
  }

  @ResolveReference()
  @Allow(Permission.ReadTariff)
  reference(reference: { id: string }, context: RequestContext): Promise<Tariff | null> {
    const load = (ids: readonly string[]) =>
      this.db.read(context.actor, async (tx) => {
        const tariffs = await tx
          .createQueryBuilder(Tariff, 't')
          .where('t.id = ANY (:ids)', { ids: [...ids] })
          .getMany();
        return new Map<string, Tariff | null>(tariffs.map((tariff) => [tariff.id, tariff]));
      });
    return loaderOf<Tariff | null>(context, 'tariff', load, null).load(reference.id);
  }

  @ResolveField(() => Int, { name: 'version', description: 'To be sent back as `expectedVersion`.' })
  @Allow(ANYONE_SIGNED_IN)
  version(@Parent() tariff: Tariff, @Context() context: RequestContext): Promise<number> {
    return versionOf(this.db, context, 'equipment.tariffs', tariff.id);
  }
}
