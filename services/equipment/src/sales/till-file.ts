import { Field, ObjectType } from '@nestjs/graphql';

/** A file to save or print. */
@ObjectType({ description: 'A file of the till, to save or to print.' })
export class TillFile {
  @Field(() => String, { description: 'Name to save it under.' })
  name: string;

  @Field(() => String, { description: 'Media type.' })
  mediaType: string;

  @Field(() => String, { description: 'The whole file, in base64.' })
  base64: string;
}
