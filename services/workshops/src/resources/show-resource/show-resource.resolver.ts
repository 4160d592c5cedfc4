import {
  Args,
  Context,
  Field,
  Int,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  ResolveReference,
  Resolver,
} from '@nestjs/graphql';
import { In } from 'typeorm';
import { type Actor, Allow, ANYONE_SIGNED_IN, CurrentActor, Permission } from '#access';
import { NOT_FOUND } from '#errors';
import { Database, within } from '#persistence';
import { LocalDateScalar, loaderOf, type RequestContext, Uuid } from '#runtime';
import { BranchReference } from '../../references.js';
import { Resource } from '../resource.entity.js';
import { ResourceVersion } from '../resource-version.entity.js';

@ObjectType({ description: 'How much a resource is used.' })
export class ResourceUsage {
  @Field(() => Int, { description: 'Closed sessions it was used in, in any of its versions.' })
  sessions: number;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day of the last of them.' })
  lastUsedOn: string | null;

  @Field(() => Int, { description: 'Workshops that have it in their kit.' })
  kits: number;
}

@Resolver(() => Resource)
export class ShowResourceResolver {
  constructor(private readonly db: Database) {}

  @Query(() => Resource, {
    name: 'resource',
    description: 'One resource, a retired one too. Refuses NOT_FOUND, also for another branch’s.',
  })
  @Allow(Permission.ReadSessions)
  async show(
    @Args('id', { type: () => Uuid, description: 'Identifier of the resource.' }) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<Resource> {
    const resource = await this.db.read(actor, (tx) => tx.findOneBy(Resource, { id }));
    if (!resource) throw NOT_FOUND({ what: 'Ressource', whatEn: 'Resource' }, 'id');
    return resource;
  }

  @ResolveReference()
  @Allow(Permission.ReadSessions)
  reference(@Parent() reference: { id: string }, @CurrentActor() actor: Actor): Promise<Resource> {
    return this.show(reference.id, actor);
  }

  @ResolveField(() => BranchReference, { name: 'branch', description: 'The branch whose library it stands in.' })
  @Allow(ANYONE_SIGNED_IN)
  branch(@Parent() resource: Resource): BranchReference {
    return { code: resource.branch };
  }

  @ResolveField(() => [ResourceVersion], { name: 'versions', description: 'Its versions, the newest first.' })
  @Allow(Permission.ReadSessions)
  versions(@Parent() resource: Resource, @Context() context: RequestContext): Promise<ResourceVersion[]> {
    const load = (ids: readonly string[]) =>
      this.db.read(context.actor, async (tx) => {
        const found = await tx.find(ResourceVersion, {
          where: { resourceId: In([...ids]) },
          order: { number: 'DESC' },
        });
        return Map.groupBy(found, ({ resourceId }) => resourceId);
      });
    return loaderOf<ResourceVersion[]>(context, 'versions of resource', load, []).load(resource.id);
  }

  @ResolveField(() => ResourceUsage, { name: 'usage', description: 'How much it is used.' })
  @Allow(Permission.ReadSessions)
  usage(@Parent() resource: Resource, @Context() context: RequestContext): Promise<ResourceUsage> {
    const load = (ids: readonly string[]) =>
      this.db.read(context.actor, async (tx) => {
        const values: unknown[] = [ids];
        const rows: (ResourceUsage & { id: string })[] = await tx.query(
          `SELECT r.id, (SELECT count(*)::int FROM workshop_resource kit WHERE kit.resource_id = r.id) AS kits,
                  count(s.id)::int AS sessions, max(s.occurred_on)::text AS "lastUsedOn"
           FROM resource r LEFT JOIN session_resource used ON used.resource_id = r.id
           LEFT JOIN session s ON s.id = used.session_id AND s.state = 'CLOSED'
           WHERE r.id = ANY ($1) AND ${within(tx, values, 'r.branch')} GROUP BY r.id`,
          values,
        );
        return new Map(rows.map((row) => [row.id, row]));
      });
    const never: ResourceUsage = { sessions: 0, lastUsedOn: null, kits: 0 };
    return loaderOf<ResourceUsage>(context, 'usage of resource', load, never).load(resource.id);
  }
}

@Resolver(() => ResourceVersion)
export class ResourceOfVersionResolver {
  constructor(private readonly db: Database) {}

  @ResolveField(() => Resource, { name: 'resource', description: 'The resource it is a version of.' })
  @Allow(Permission.ReadSessions)
  async resource(@Parent() version: ResourceVersion, @Context() context: RequestContext): Promise<Resource> {
    const load = (ids: readonly string[]) =>
      this.db.read(context.actor, async (tx) => {
        const found = await tx.findBy(Resource, { id: In([...ids]) });
        return new Map(found.map((resource) => [resource.id, resource]));
      });
    const found = await loaderOf<Resource | undefined>(context, 'resource', load, undefined).load(version.resourceId);
    if (!found) throw NOT_FOUND({ what: 'Ressource', whatEn: 'Resource' });
    return found;
  }
}
