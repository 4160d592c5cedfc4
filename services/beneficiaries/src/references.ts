import { Directive, Field, ObjectType } from '@nestjs/graphql';
import { Uuid } from '#runtime';

/** A city branch, told by the network service; here only its code. */
@ObjectType('Branch', { description: 'A city branch of the network.' })
@Directive('@key(fields: "code")')
export class BranchReference {
  @Field(() => String, { description: 'Two-letter code, `BX`.' })
  code: string;
}

/** An organisation that orients people, told by the network service; here only its id. */
@ObjectType('Organisation', { description: 'An organisation that orients people to the network.' })
@Directive('@key(fields: "id", resolvable: false)')
export class OrganisationReference {
  @Field(() => Uuid, { description: 'Identifier of the organisation.' })
  id: string;
}

/** A session, told by the workshops service; here only its id. */
@ObjectType('Session', { description: 'One date of a workshop.' })
@Directive('@key(fields: "id")')
export class SessionReference {
  @Field(() => Uuid, { description: 'Identifier of the session.' })
  id: string;
}

/** A place of the directory, told by the network service; here only its id. */
@ObjectType('Place', { description: 'A place where activity happens.' })
@Directive('@key(fields: "id", resolvable: false)')
export class PlaceReference {
  @Field(() => Uuid, { description: 'Identifier of the place.' })
  id: string;
}
