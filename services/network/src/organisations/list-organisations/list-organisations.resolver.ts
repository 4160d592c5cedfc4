import { Args, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Database, decodeCursor, type Page, pageOf, pageSize } from '#persistence';
import { pageTypeOf, searchPatterns } from '#runtime';
import { Organisation } from '../organisation.entity.js';

@ObjectType({ description: 'A page of organisations.' })
export class OrganisationPage extends pageTypeOf(Organisation, 'OrganisationPageRows') {}

@Resolver(() => Organisation)
export class ListOrganisationsResolver {
  constructor(private readonly db: Database) {}

  @Query(() => OrganisationPage, { name: 'organisations', description: 'Organisations within your reach, by name.' })
  @Allow(Permission.ReadOrganisations)
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
  ): Promise<Page<Organisation>> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 'text', 'uuid');
    return this.db.read(actor, async (tx) => {
      const query = tx
        .createQueryBuilder(Organisation, 'o')
        .orderBy('o.name')
        .addOrderBy('o.id')
        .limit(size + 1);
      if (branch) query.andWhere('o.branch = :branch', { branch });
      const patterns = searchPatterns(text);
      if (patterns.length > 0) query.andWhere('o.search LIKE ALL (:patterns)', { patterns });
      if (cursor) query.andWhere('(o.name, o.id) > (:name, :id)', { name: cursor[0], id: cursor[1] });
      return pageOf(await query.getMany(), size, (organisation) => [organisation.name, organisation.id]);
    });
  }
}
