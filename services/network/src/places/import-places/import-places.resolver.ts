import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { ImportRun } from '../import-run.entity.js';
import { ImportPlaces } from './import-places.js';

@InputType({ description: 'A column of the file and the field of the standard to read it as.' })
export class ColumnMappingInput {
  @Field(() => String, { description: 'Column of the file.' })
  column: string;

  @Field(() => String, { nullable: true, description: 'Column name of the standard; null = do not read it.' })
  field?: string | null;
}

@InputType({ description: 'A file of places to import.' })
export class ImportPlacesInput {
  @Field(() => Uuid, { description: 'What `POST /files` answered.' })
  fileId: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Only tell what would happen.' })
  dryRun: boolean;

  @Field(() => String, { description: 'Where the file comes from; stands for rows that name no source.' })
  source: string;

  @Field(() => String, {
    nullable: true,
    description: 'Branch to keep the places; yours when you have one only, else the network.',
  })
  branch?: string | null;

  @Field(() => [ColumnMappingInput], {
    nullable: true,
    description: 'For columns whose names are not the standard’s; as the last time for this source when absent.',
  })
  mapping?: ColumnMappingInput[] | null;
}

@Resolver()
export class ImportPlacesResolver {
  constructor(private readonly importPlaces: ImportPlaces) {}

  @Mutation(() => ImportRun, {
    name: 'importPlaces',
    description:
      'Imports a CSV or JSON file of the national standard, today’s or older; all or nothing. Refuses FILE_GONE, NOT_A_TABLE, TOO_MANY_ROWS, UNKNOWN_FIELD_IN_MAPPING, TEXT_LENGTH, IMPORTED_MEANWHILE, NOT_FOUND (branch), FORBIDDEN.',
  })
  @Allow(Permission.ImportPlaces)
  import(@Args('input') input: ImportPlacesInput, @CurrentActor() actor: Actor): Promise<ImportRun> {
    return this.importPlaces.execute(input, actor);
  }
}
