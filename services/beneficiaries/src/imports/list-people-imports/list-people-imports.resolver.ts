import { Args, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Database, decodeCursor, type Page, pageOf, pageSize } from '#persistence';
import { pageTypeOf } from '#runtime';
import { PeopleImport } from '../people-import.entity.js';

@ObjectType({ description: 'A page of imports of people.' })
export class PeopleImportPage extends pageTypeOf(PeopleImport, 'PeopleImportPageRows') {}

@Resolver()
export class ListPeopleImportsResolver {
  constructor(private readonly db: Database) {}

  @Query(() => PeopleImportPage, {
    name: 'peopleImports',
    description: 'Imports of people and dry runs of one’s branches, the latest first.',
  })
  @Allow(Permission.ImportPeople)
  list(
    @Args('first', { type: () => Int, defaultValue: 20, description: 'Rows wanted, 1–100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: '`endCursor` of the page before.' })
    after: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<Page<PeopleImport>> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 'instant', 'uuid');
    return this.db.read(actor, async (tx) => {
      const query = tx
        .createQueryBuilder(PeopleImport, 'i')
        .orderBy('i.createdAt', 'DESC')
        .addOrderBy('i.id', 'DESC')
        .limit(size + 1);
      if (cursor) query.andWhere('(i.createdAt, i.id) < (:at, :id)', { at: cursor[0], id: cursor[1] });
      return pageOf(await query.getMany(), size, ({ createdAt, id }) => [createdAt.toISOString(), id]);
    });
  }
}
