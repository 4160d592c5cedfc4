import { Args, ArgsType, Field, Query, Resolver } from '@nestjs/graphql';
import { stringify } from 'csv-stringify/sync';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Clock, Database } from '#persistence';
import { localDay, safeCell } from '#runtime';
import { ExportedFile } from '../exported-file.js';
import { Place } from '../place.entity.js';
import { choosePlaces, PlaceChoice } from '../place-choice.js';
import { STANDARD_FIELDS } from '../standard/standard-fields.js';
import { writeStandardRow } from '../standard/write-standard-row.js';

@ArgsType()
export class PlacesToExport extends PlaceChoice {
  @Field(() => String, { nullable: true, description: 'Only places of this source.' })
  source?: string | null;
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
  async export(@Args() wanted: PlacesToExport, @CurrentActor() actor: Actor): Promise<ExportedFile> {
    const places = await this.db.read(actor, async (tx) => {
      const query = tx
        .createQueryBuilder(Place, 'p')
        .where('NOT p.retired')
        .orderBy('p.source')
        .addOrderBy('p.externalId');
      if (wanted.source) query.andWhere('p.source = :source', { source: wanted.source });
      choosePlaces(query, wanted);
      return query.getMany();
    });
    const header = STANDARD_FIELDS.map(({ column }) => column);
    const content = stringify([header, ...places.map((place) => writeStandardRow(place).map(safeCell))]);
    const day = localDay(this.clock.now(), 'Europe/Paris');
    const name = `lieux-${wanted.branch ? `${wanted.branch.replace(/[^A-Z]/g, '')}-` : ''}${day}.csv`;
    return { name, mediaType: 'text/csv; charset=utf-8', content, rows: places.length };
  }
}
