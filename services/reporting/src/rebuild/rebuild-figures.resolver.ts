import {
  Args,
  Field,
  Float,
  Int,
  Mutation,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  Resolver,
  registerEnumType,
} from '@nestjs/graphql';
import { QueryFailedError } from 'typeorm';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Database } from '#persistence';
import { DateTime } from '#runtime';
import { REBUILD_UNDER_WAY, VERSION_IN_USE, VERSION_NOT_STANDING_BY } from './rebuild.refusals.js';
import { compareWithLive, type Difference, listVersions, type Version, VersionState } from './versions.js';

registerEnumType(VersionState, {
  name: 'ProjectionState',
  description:
    'LOADING: its events are being read. STANDBY: complete and kept up to date, seen by nobody. LIVE: what readers see. RETIRED: gone.',
});

@ObjectType({ description: 'A group of contributions that adds up differently in two versions of the figures.' })
export class ProjectionDifference {
  @Field(() => String, { description: 'Branch code.' })
  branch: string;

  @Field(() => String, { description: 'First day of the month.' })
  month: string;

  @Field(() => Int, { description: 'Kind of contribution, by its stored number.' })
  kind: number;

  @Field(() => String, { description: 'What differs: events, units, cents; live → other.' })
  what: string;
}

@ObjectType({ description: 'One version of the figures, filled from all events since the beginning.' })
export class ProjectionVersion implements Version {
  @Field(() => Int, { description: 'Its number.' })
  version: number;

  @Field(() => VersionState, { description: 'What it is doing.' })
  state: VersionState;

  @Field(() => DateTime, { description: 'When it was begun.' })
  beganAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it had read everything.' })
  loadedAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When readers last began to see it.' })
  switchedAt: Date | null;

  @Field(() => Float, { description: 'Records it has read.' })
  read: number;

  @Field(() => Float, { description: 'Records the live version has read.' })
  known: number;
}

@Resolver(() => ProjectionVersion)
export class RebuildFiguresResolver {
  constructor(private readonly db: Database) {}

  @Query(() => [ProjectionVersion], {
    name: 'projectionVersions',
    description: 'All versions of the figures, newest first.',
  })
  @Allow(Permission.ReadStatus)
  async versions(@CurrentActor() actor: Actor): Promise<Version[]> {
    await this.db.require(actor);
    return this.db.look(listVersions);
  }

  @ResolveField(() => [ProjectionDifference], {
    name: 'differences',
    description:
      'Where it differs from the live version, over the events both have counted; up to 50 groups, empty for the live one and while it loads.',
  })
  @Allow(Permission.ReadStatus)
  async differences(@Parent() version: Version, @CurrentActor() actor: Actor): Promise<ProjectionDifference[]> {
    await this.db.require(actor);
    if (version.state !== 'STANDBY') return [];
    return (await this.db.longWork((tx) => compareWithLive(tx, version.version))).map(shown);
  }

  @Mutation(() => ProjectionVersion, {
    name: 'beginRebuild',
    description:
      'Begins to fill a new version beside the live one, which readers go on seeing. Refuses REBUILD_UNDER_WAY.',
  })
  @Allow(Permission.MendEvents)
  async begin(@CurrentActor() actor: Actor): Promise<Version> {
    await this.db.require(actor);
    const version = await this.db
      .work(async (tx) => ((await tx.query('SELECT reporting.begin_version() AS v')) as { v: number }[])[0]?.v)
      .catch((error: unknown) => {
        throw sqlState(error) === '23505' ? REBUILD_UNDER_WAY({}) : error;
      });
    return this.found(version ?? 0);
  }

  @Mutation(() => ProjectionVersion, {
    name: 'switchProjection',
    description:
      'Shows readers another version, in one transaction; the one shown before stands by, and can be switched back to. Refuses VERSION_NOT_STANDING_BY.',
  })
  @Allow(Permission.MendEvents)
  async switchTo(
    @Args('version', { type: () => Int, description: 'Its number.' }) version: number,
    @CurrentActor() actor: Actor,
  ): Promise<Version> {
    await this.db.require(actor);
    await this.db
      .work((tx) => tx.query(`SELECT set_config('lock_timeout', '5s', true), reporting.switch_version($1)`, [version]))
      .catch((error: unknown) => {
        throw sqlState(error) === 'PV001' ? VERSION_NOT_STANDING_BY({ version }, 'version') : error;
      });
    return this.found(version);
  }

  @Mutation(() => ProjectionVersion, {
    name: 'dropProjection',
    description: 'Drops a version that readers do not see, with its tables. Refuses VERSION_IN_USE.',
  })
  @Allow(Permission.MendEvents)
  async drop(
    @Args('version', { type: () => Int, description: 'Its number.' }) version: number,
    @CurrentActor() actor: Actor,
  ): Promise<Version> {
    await this.db.require(actor);
    await this.db
      .work((tx) => tx.query('SELECT reporting.drop_version($1)', [version]))
      .catch((error: unknown) => {
        throw sqlState(error) === 'PV001' ? VERSION_IN_USE({ version }, 'version') : error;
      });
    return this.found(version);
  }

  private async found(version: number): Promise<Version> {
    const found = (await this.db.look(listVersions)).find((candidate) => candidate.version === version);
    if (!found) throw new Error(`version ${version} is not there`);
    return found;
  }
}

function sqlState(error: unknown): unknown {
  return error instanceof QueryFailedError ? (error.driverError as { code?: unknown }).code : undefined;
}

function shown({ branch, month, kind, events, units, cents }: Difference): ProjectionDifference {
  const parts = Object.entries({ events, units, cents }).filter(([, { live, other }]) => live !== other);
  return { branch, month, kind, what: parts.map(([name, { live, other }]) => `${name} ${live} → ${other}`).join(', ') };
}
