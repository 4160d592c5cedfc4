import { Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Clock, Database, within } from '#persistence';
import { type Shelf, suggest, TransferSuggestion } from '../suggestion.js';

const MONTH = 30 * 24 * 3_600_000;

@Resolver()
export class SuggestTransfersResolver {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  @Query(() => [TransferSuggestion], {
    name: 'transferSuggestions',
    description: 'Where one of your branches has more than it sells in a month and another less; largest first.',
  })
  @Allow(Permission.ReadStock)
  async list(@CurrentActor() actor: Actor): Promise<TransferSuggestion[]> {
    const since = new Date(this.clock.now().getTime() - MONTH);
    const shelves = await this.db.read(actor, async (tx): Promise<Shelf[]> => {
      const values: unknown[] = [since];
      return tx.query(
        `SELECT branch, type, grade, count(*) FILTER (WHERE state = 'READY')::int AS ready,
                count(*) FILTER (WHERE state = 'DISTRIBUTED')::int AS "soldLately"
         FROM device
         WHERE NOT voided AND grade IS NOT NULL AND ${within(tx, values)}
           AND (state = 'READY' OR (state = 'DISTRIBUTED' AND state_since >= $1))
         GROUP BY branch, type, grade`,
        values,
      );
    });
    return suggest(shelves);
  }
}
