import { Args, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { NOT_FOUND } from '#errors';
import { Database } from '#persistence';
import { Uuid } from '#runtime';
import { Workshop } from '../workshop.entity.js';

@Resolver()
export class ShowWorkshopResolver {
  constructor(private readonly db: Database) {}

  @Query(() => Workshop, {
    name: 'workshop',
    description: 'One workshop, a retired one too. Refuses NOT_FOUND, also for another branch’s.',
  })
  @Allow(Permission.ReadSessions)
  async show(
    @Args('id', { type: () => Uuid, description: 'Identifier of the workshop.' }) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<Workshop> {
    const workshop = await this.db.read(actor, (tx) => tx.findOneBy(Workshop, { id }));
    if (!workshop) throw NOT_FOUND({ what: 'Atelier', whatEn: 'Workshop' }, 'id');
    return workshop;
  }
}
