import { Args, Int, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, ANYONE_SIGNED_IN, CurrentActor, Permission } from '#access';
import { NOT_FOUND } from '#errors';
import { Database, decodeCursor, type Page, pageOf, pageSize } from '#persistence';
import { pageTypeOf, Uuid } from '#runtime';
import { BranchReference } from '../../references.js';
import { PeopleImport, PeopleImportOutcome, PeopleImportRow } from '../people-import.entity.js';

@ObjectType({ description: 'A page of a list’s rows.' })
export class PeopleImportRowPage extends pageTypeOf(PeopleImportRow, 'PeopleImportRowPageRows') {}

@Resolver(() => PeopleImport)
export class ShowPeopleImportResolver {
  constructor(private readonly db: Database) {}

  @Query(() => PeopleImport, {
    name: 'peopleImport',
    description: 'One import of people, how far it is and its report. Refuses NOT_FOUND.',
  })
  @Allow(Permission.ImportPeople)
  async show(
    @Args('id', { type: () => Uuid, description: 'The import.' }) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<PeopleImport> {
    const found = await this.db.read(actor, (tx) => tx.findOneBy(PeopleImport, { id }));
    if (!found) throw NOT_FOUND({ what: 'Import', whatEn: 'Import' }, 'id');
    return found;
  }

  @ResolveField(() => PeopleImportRowPage, { name: 'rows', description: 'Its rows in the order of the file.' })
  @Allow(Permission.ImportPeople)
  rows(
    @Parent() { id }: PeopleImport,
    @Args('outcome', { type: () => PeopleImportOutcome, nullable: true, description: 'Only rows that ended so.' })
    outcome: PeopleImportOutcome | null,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'Rows wanted, 1–100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: '`endCursor` of the page before.' })
    after: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<Page<PeopleImportRow>> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 'number');
    return this.db.read(actor, async (tx) => {
      const query = tx
        .createQueryBuilder(PeopleImportRow, 'r')
        .where('r.importId = :id', { id })
        .orderBy('r.row')
        .limit(size + 1);
      if (outcome) query.andWhere('r.outcome = :outcome', { outcome });
      if (cursor) query.andWhere('r.row > :row', { row: cursor[0] });
      return pageOf(await query.getMany(), size, ({ row }) => [row]);
    });
  }

  @ResolveField(() => BranchReference, { name: 'branch', description: 'The branch that enrols.' })
  @Allow(ANYONE_SIGNED_IN)
  branch(@Parent() { branch }: PeopleImport): BranchReference {
    return { code: branch };
  }
}
