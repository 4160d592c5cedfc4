import { Args, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Clock, Database, decodeCursor, type Page, pageOf, pageSize } from '#persistence';
import { pageTypeOf } from '#runtime';
import { certificatesOf, ErasureCertificate } from '../erasure-certificate.js';

@ObjectType({ description: 'A page of erasures.' })
export class ErasurePage extends pageTypeOf(ErasureCertificate, 'ErasurePageRows') {}

@Resolver()
export class ListErasuresResolver {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  @Query(() => ErasurePage, {
    name: 'erasures',
    description: 'Erasures in your branches, latest first; the late ones say so. Refuses PAGE_SIZE, INVALID_CURSOR.',
  })
  @Allow(Permission.ReadErasures)
  list(
    @Args('first', { type: () => Int, defaultValue: 50, description: 'Rows wanted, 1–100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: '`endCursor` of the page before.' }) after:
      | string
      | null,
    @CurrentActor() actor: Actor,
  ): Promise<Page<ErasureCertificate>> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 'instant', 'uuid');
    return this.db.read(actor, async (tx) => {
      const found = await certificatesOf(tx, { after: cursor, most: size + 1 }, this.clock.now());
      return pageOf(found, size, ({ erasedAt, beneficiaryId }) => [erasedAt.toISOString(), beneficiaryId]);
    });
  }
}
