import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { In } from 'typeorm';
import { Allow, Permission } from '#access';
import { Database, within } from '#persistence';
import { loaderOf, type RequestContext } from '#runtime';
import { Session } from '../../sessions/session.entity.js';
import { Workshop } from '../../workshops/workshop.entity.js';
import { kitOfSessions } from '../kit-of-sessions.js';
import { Resource } from '../resource.entity.js';
import { ResourceVersion } from '../resource-version.entity.js';

@Resolver(() => Workshop)
export class KitOfWorkshopResolver {
  constructor(private readonly db: Database) {}

  @ResolveField(() => [Resource], { name: 'kit', description: 'What it is taught with, in the order of use.' })
  @Allow(Permission.ReadSessions)
  kit(@Parent() workshop: Workshop, @Context() context: RequestContext): Promise<Resource[]> {
    const load = (ids: readonly string[]) =>
      this.db.read(context.actor, async (tx) => {
        const values: unknown[] = [ids];
        const rows: { workshop_id: string; resource_id: string }[] = await tx.query(
          `SELECT workshop_id, resource_id FROM workshop_resource
           WHERE workshop_id = ANY ($1) AND ${within(tx, values)} ORDER BY place`,
          values,
        );
        const found = await tx.findBy(Resource, { id: In(rows.map((row) => row.resource_id)) });
        return grouped(
          rows,
          (row) => row.workshop_id,
          named(found),
          (row) => row.resource_id,
        );
      });
    return loaderOf<Resource[]>(context, 'kit of workshop', load, []).load(workshop.id);
  }
}

@Resolver(() => Session)
export class KitOfSessionResolver {
  constructor(private readonly db: Database) {}

  @ResolveField(() => [ResourceVersion], {
    name: 'kit',
    description:
      'What it was taught with, in the versions it used; of a session still to come its workshop’s kit, in the newest.',
  })
  @Allow(Permission.ReadSessions)
  kit(@Parent() session: Session, @Context() context: RequestContext): Promise<ResourceVersion[]> {
    const load = (ids: readonly string[]) =>
      this.db.read(context.actor, async (tx) => {
        const rows = await kitOfSessions(tx, ids);
        const found = await tx.findBy(ResourceVersion, { id: In(rows.map((row) => row.versionId)) });
        return grouped(
          rows,
          (row) => row.sessionId,
          named(found),
          (row) => row.versionId,
        );
      });
    return loaderOf<ResourceVersion[]>(context, 'kit of session', load, []).load(session.id);
  }
}

const named = <R extends { id: string }>(rows: readonly R[]) => new Map(rows.map((row) => [row.id, row]));

function grouped<R, V>(
  rows: readonly R[],
  ownerOf: (row: R) => string,
  found: ReadonlyMap<string, V>,
  keyOf: (row: R) => string,
): Map<string, V[]> {
  const groups = new Map<string, V[]>();
  for (const row of rows) {
    const one = found.get(keyOf(row));
    if (one) groups.set(ownerOf(row), [...(groups.get(ownerOf(row)) ?? []), one]);
  }
  return groups;
}
