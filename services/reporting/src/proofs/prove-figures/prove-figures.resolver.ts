import { Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Clock, Database, Ids } from '#persistence';
import { Proof, type ProofRow, proofOf } from '../proof.js';

@Resolver()
export class ProveFiguresResolver {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  @Mutation(() => Proof, {
    name: 'proveFigures',
    description:
      'Asks for a proof now and gives it at once, as ASKED; `proofs` tells what came of it. While one waits or runs, gives that one.',
  })
  @Allow(Permission.ProveFigures)
  async prove(@CurrentActor() actor: Actor): Promise<Proof> {
    await this.db.require(actor);
    return this.db.work(async (tx) => {
      await tx.query(
        `INSERT INTO proof (id, cause, state, asked_at) VALUES ($1, 'ASKED', 'ASKED', $2) ON CONFLICT DO NOTHING`,
        [this.ids.next(), this.clock.now()],
      );
      const [row]: ProofRow[] = await tx.query(
        `SELECT * FROM proof ORDER BY state = 'ASKED' DESC, asked_at DESC LIMIT 1`,
      );
      if (!row) throw new Error('a proof just asked for is not there');
      return proofOf(row);
    });
  }
}
