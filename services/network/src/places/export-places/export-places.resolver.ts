import { Args, Field, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { stringify } from 'csv-stringify/sync';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Clock, Database } from '#persistence';
import { localDay } from '#runtime';
import { Place } from '../place.entity.js';
import { safeCell } from '../standard/safe-cell.js';
import { STANDARD_FIELDS } from '../standard/standard-fields.js';
import { writeStandardRow } from '../standard/write-standard-row.js';

@ObjectType({ description: 'A file to save.' })
export class ExportedFile {
  @Field(() => String, { description: 'Name to save it under.' })
  name: string;

  @Field(() => String, { description: 'Media type.' })
  mediaType: string;

  @Field(() => String, { description: 'The whole text.' })
  content: string;

  @Field(() => Int, { description: 'Rows below the header.' })
  rows: number;
}

@Resolver()
export class ExportPlacesResolver {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  @Query(() => ExportedFile, {
    name: 'exportPlaces',
    description: 'The directory as CSV of the national standard v1.0.2; importing it again changes nothing.',
  })
  @Allow(Permission.ReadPlaces)
  async export(
    @Args('branch', { type: () => String, nullable: true, description: 'Only places kept by this branch.' })
    branch: string | null,
    @Args('source', { type: () => String, nullable: true, description: 'Only places of this source.' })
    source: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<ExportedFile> {
    const places = await this.db.read(actor, (tx) =>
      tx.find(Place, {
        where: { retired: false, ...(branch ? { branch } : {}), ...(source ? { source } : {}) },
        order: { source: 'ASC', externalId: 'ASC' },
      }),
    );
    const header = STANDARD_FIELDS.map(({ column }) => column);
    const content = stringify([header, ...places.map((place) => writeStandardRow(place).map(safeCell))]);
    const day = localDay(this.clock.now(), 'Europe/Paris');
    const name = `lieux-${branch ? `${branch.replace(/[^A-Z]/g, '')}-` : ''}${day}.csv`;
    return { name, mediaType: 'text/csv; charset=utf-8', content, rows: places.length };
  }
}
