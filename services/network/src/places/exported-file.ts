import { Field, Int, ObjectType } from '@nestjs/graphql';

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
