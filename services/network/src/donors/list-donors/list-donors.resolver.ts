import { Args, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Database, decodeCursor, type Page, pageOf, pageSize } from '#persistence';
import { pageTypeOf, searchPatterns } from '#runtime';
import { Donor } from '../donor.entity.js';

@ObjectType({ description: 'A page of donors.' })
export class DonorPage extends pageTypeOf(Donor, 'DonorPageRows') {}

@Resolver(() => Donor)
export class ListDonorsResolver {
  constructor(private readonly db: Database) {}

  @Query(() => DonorPage, {
    name: 'donors',
    description: 'Donors within your reach, by name, those forgotten left out.',
  })
  @Allow(Permission.ReadDonors)
  list(
    @Args('branch', { type: () => String, nullable: true, description: 'Only those of this branch.' })
    branch: string | null,
    @Args('text', {
      type: () => String,
      nullable: true,
      description: 'Words of the name; accents, case and order do not matter.',
    })
    text: string | null,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'Rows wanted, 1–100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: '`endCursor` of the page before.' })
    after: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<Page<Donor>> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 'text', 'uuid');
    return this.db.read(actor, async (tx) => {
      const query = tx
        .createQueryBuilder(Donor, 'd')
        .where('NOT d.forgotten')
        .orderBy('d.name')
        .addOrderBy('d.id')
        .limit(size + 1);
      if (branch) query.andWhere('d.branch = :branch', { branch });
      const patterns = searchPatterns(text);
      if (patterns.length > 0) query.andWhere('d.search LIKE ALL (:patterns)', { patterns });
      if (cursor) query.andWhere('(d.name, d.id) > (:name, :id)', { name: cursor[0], id: cursor[1] });
      return pageOf(await query.getMany(), size, (donor) => [donor.name, donor.id]);
    });
  }
}
