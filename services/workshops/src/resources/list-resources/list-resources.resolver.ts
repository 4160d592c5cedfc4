import { Args, Field, InputType, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, branchOf, CurrentActor, Permission } from '#access';
import type { MediationTheme, WorkshopLevel } from '#events';
import { Clock, Database, decodeCursor, type Page, pageOf, pageSize } from '#persistence';
import { GraphQLVocabulary, localDay, pageTypeOf } from '#runtime';
import { zoneToRead } from '../../known/known.js';
import { Resource } from '../resource.entity.js';

@ObjectType({ description: 'A page of resources.' })
export class ResourcePage extends pageTypeOf(Resource, 'ResourcePageRows') {}

@InputType({ description: 'Which resources of the library; what is left out does not narrow it.' })
export class ResourceFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Words of title or summary, in French with or without accents; beginnings of words will do.',
  })
  text?: string | null;

  @Field(() => GraphQLVocabulary.MediationTheme, { nullable: true, description: 'About this theme.' })
  theme?: MediationTheme | null;

  @Field(() => GraphQLVocabulary.WorkshopLevel, { nullable: true, description: 'For this level.' })
  level?: WorkshopLevel | null;

  @Field(() => String, { nullable: true, description: 'In this language, ISO 639 code.' })
  language?: string | null;

  @Field(() => Int, { nullable: true, description: 'Taking so many minutes at most.' })
  maxMinutes?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those whose day of review has come.' })
  dueForReview?: boolean | null;
}

@Resolver()
export class ListResourcesResolver {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  @Query(() => ResourcePage, {
    name: 'resources',
    description: 'The library of a branch by title; retired resources left out.',
  })
  @Allow(Permission.ReadSessions)
  list(
    @Args('branch', { type: () => String, nullable: true, description: 'Branch code; yours when you have one only.' })
    branch: string | null,
    @Args('filter', { type: () => ResourceFilter, nullable: true, description: 'Which of them.' })
    filter: ResourceFilter | null,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'Rows wanted, 1–100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: '`endCursor` of the page before.' }) after:
      | string
      | null,
    @CurrentActor() actor: Actor,
  ): Promise<Page<Resource>> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 'text', 'uuid');
    const code = branchOf(actor, branch);
    return this.db.read(actor, async (tx) => {
      const query = tx
        .createQueryBuilder(Resource, 'r')
        .where('r.branch = :code AND NOT r.retired', { code })
        .orderBy('r.title')
        .addOrderBy('r.id')
        .limit(size + 1);
      const words = (filter?.text ?? '').match(/[\p{L}\p{Nd}]+/gu)?.slice(0, 10);
      if (words)
        query.andWhere(`r.words @@ to_tsquery('french', replace(fold(:words), ' ', ':* & ') || ':*')`, {
          words: words.join(' '),
        });
      if (filter?.theme) query.andWhere(':theme = ANY (r.themes)', { theme: filter.theme });
      if (filter?.level) query.andWhere('r.level = :level', { level: filter.level });
      if (filter?.language) query.andWhere('r.language = :language', { language: filter.language.toLowerCase() });
      if (filter?.maxMinutes != null) query.andWhere('r.minutes <= :most', { most: filter.maxMinutes });
      if (filter?.dueForReview)
        query.andWhere('r.review_on <= :today', { today: localDay(this.clock.now(), await zoneToRead(tx, code)) });
      if (cursor) query.andWhere('(r.title, r.id) > (:title, :id)', { title: cursor[0], id: cursor[1] });
      return pageOf(await query.getMany(), size, (resource) => [resource.title, resource.id]);
    });
  }
}
