import { Directive, Field, ObjectType } from '@nestjs/graphql';

/** A city branch, told by the network service; here only its code. */
@ObjectType('Branch', { description: 'A city branch of the network.' })
@Directive('@key(fields: "code")')
export class BranchReference {
  @Field(() => String, { description: 'Two-letter code, `BX`.' })
  code: string;
}
