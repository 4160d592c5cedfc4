import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { LocalDateScalar, Uuid } from '#runtime';
import { PeopleImport } from '../people-import.entity.js';
import { PersonField } from '../person-field.js';
import { ImportPeople } from './import-people.js';

@InputType({ description: 'A column of a list of people and what to read it as.' })
export class PersonColumnInput {
  @Field(() => String, { description: 'Column of the file.' })
  column: string;

  @Field(() => PersonField, { nullable: true, description: 'What it says; null = do not read it.' })
  field?: PersonField | null;
}

@InputType({ description: 'A list of people to enrol.' })
export class ImportPeopleInput {
  @Field(() => Uuid, { description: 'What `POST /files/people` answered.' })
  fileId: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Only tell what would happen.' })
  dryRun: boolean;

  @Field(() => String, {
    description: 'Where the list comes from, 1–120 characters: the same list again enrols nobody twice.',
  })
  source: string;

  @Field(() => String, { nullable: true, description: 'Branch that enrols; yours when you have one only.' })
  branch?: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Day the privacy notice was given to everybody of the list; required unless a column says it.',
  })
  privacyNoticeReadOn?: string | null;

  @Field(() => [PersonColumnInput], { nullable: true, description: 'For columns whose headings do not say it.' })
  mapping?: PersonColumnInput[] | null;
}

@Resolver()
export class ImportPeopleResolver {
  constructor(private readonly importPeople: ImportPeople) {}

  @Mutation(() => PeopleImport, {
    name: 'importPeople',
    description:
      'Takes in a list of people (CSV, XLSX or JSON, up to 50 000 rows) and enrols them one after the other, beside everything else; `peopleImport` tells how far it is. A row that is refused keeps no other out. Refuses FILE_GONE, NOT_A_TABLE, TOO_MANY_ROWS, LIST_WITHOUT_NAMES, FIELD_READ_TWICE, PRIVACY_NOTICE_REQUIRED, TEXT_LENGTH, NOT_YET_KNOWN, FORBIDDEN.',
  })
  @Allow(Permission.ImportPeople)
  import(@Args('input') input: ImportPeopleInput, @CurrentActor() actor: Actor): Promise<PeopleImport> {
    return this.importPeople.execute(input, actor);
  }
}
