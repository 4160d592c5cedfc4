import { Directive, Field, ObjectType } from '@nestjs/graphql';
import { Uuid } from '#runtime';

/** A city branch, told by the network service; here only its code. */
@ObjectType('Branch', { description: 'A city branch of the network.' })
@Directive('@key(fields: "code")')
export class BranchReference {
  @Field(() => String, { description: 'Two-letter code, `BX`.' })
  code: string;
}

/** A place of activity, told by the network service; here only its id. */
@ObjectType('Place', { description: 'A place where activity happens.' })
@Directive('@key(fields: "id", resolvable: false)')
export class PlaceReference {
  @Field(() => Uuid, { description: 'Identifier of the place.' })
  id: string;
}

/** A person helped, told by the beneficiaries service; here only the random id. */
@ObjectType('Beneficiary', { description: 'A person helped by the network.' })
@Directive('@key(fields: "id")')
export class BeneficiaryReference {
  @Field(() => Uuid, { description: 'Random identifier of the person.' })
  id: string;
}
