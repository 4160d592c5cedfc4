import { Args, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { NOT_FOUND } from '#errors';
import { Database } from '#persistence';
import { Uuid } from '#runtime';
import { candidatesFor } from '../candidates.js';
import { Shift } from '../shift.entity.js';

@Resolver()
export class ListCandidatesResolver {
  constructor(private readonly db: Database) {}

  @Query(() => [Uuid], {
    name: 'shiftCandidates',
    description:
      'Members who could take a shift: of its branch, with every skill it needs, free at that time, not asked yet; at most 50. Refuses NOT_FOUND.',
  })
  @Allow(Permission.PlanSessions)
  candidates(
    @Args('shiftId', { type: () => Uuid, description: 'The shift.' }) shiftId: string,
    @CurrentActor() actor: Actor,
  ): Promise<string[]> {
    return this.db.read(actor, async (tx) => {
      const shift = await tx.findOneBy(Shift, { id: shiftId });
      if (!shift) throw NOT_FOUND({ what: 'Créneau', whatEn: 'Shift' }, 'shiftId');
      return (await candidatesFor(tx, shift)).map(({ memberId }) => memberId);
    });
  }
}
