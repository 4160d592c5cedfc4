import { Args, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Database, decodeCursor, type Page, pageOf, pageSize } from '#persistence';
import { pageTypeOf } from '#runtime';
import { Proof, type ProofRow, proofOf } from '../proof.js';

@ObjectType({ description: 'A page of proofs.' })
export class ProofPage extends pageTypeOf(Proof, 'ProofPageRows') {}

@Resolver()
export class ListProofsResolver {
  constructor(private readonly db: Database) {}

  @Query(() => ProofPage, {
    name: 'proofs',
    description: 'The proofs of the figures, newest first. Refuses PAGE_SIZE, INVALID_CURSOR.',
  })
  @Allow(Permission.ReadProofs)
  async list(
    @Args('first', { type: () => Int, defaultValue: 50, description: 'Rows wanted, 1–100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: '`endCursor` of the page before.' }) after:
      | string
      | null,
    @CurrentActor() actor: Actor,
  ): Promise<Page<Proof>> {
    await this.db.require(actor);
    const size = pageSize(first);
    const cursor = decodeCursor(after, 'instant', 'uuid') ?? null;
    const rows: ProofRow[] = await this.db.look((tx) =>
      tx.query(
        `SELECT * FROM proof WHERE $1::timestamptz IS NULL OR (asked_at, id) < ($1, $2::uuid)
         ORDER BY asked_at DESC, id DESC LIMIT $3`,
        [cursor?.[0] ?? null, cursor?.[1] ?? null, size + 1],
      ),
    );
    const page = pageOf(rows, size, (row) => [row.asked_at.toISOString(), row.id]);
    return { ...page, items: page.items.map(proofOf) };
  }
}
