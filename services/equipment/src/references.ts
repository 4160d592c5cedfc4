import { Directive, Field, ObjectType } from '@nestjs/graphql';
import { Uuid } from '#runtime';

/** A city branch, told by the network service; this service adds its stock. */
@ObjectType('Branch', { description: 'A city branch of the network.' })
@Directive('@key(fields: "code")')
export class BranchReference {
  @Field(() => String, { description: 'Two-letter code, `BX`.' })
  code: string;
}

/** Who gives devices, told by the network service; this service adds what became of them. */
@ObjectType('Donor', { description: 'Who gives devices to a branch.' })
@Directive('@key(fields: "id")')
export class DonorReference {
  @Field(() => Uuid, { description: 'Identifier of the donor.' })
  id: string;
}

/** A person helped, told by the beneficiaries service; this service adds what they bought. */
@ObjectType('Beneficiary', { description: 'A person helped by the network.' })
@Directive('@key(fields: "id")')
export class BeneficiaryReference {
  @Field(() => Uuid, { description: 'Random identifier of the person.' })
  id: string;
}
