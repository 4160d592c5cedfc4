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

/** An act, told by the workshops service; here only its id. */
@ObjectType('SupportAct', { description: 'One person helped once: the counting unit of the network.' })
@Directive('@key(fields: "id", resolvable: false)')
export class SupportActReference {
  @Field(() => Uuid, { description: 'Identifier of the act.' })
  id: string;
}

/** A session, told by the workshops service; here only its id. */
@ObjectType('Session', { description: 'One date of a workshop.' })
@Directive('@key(fields: "id", resolvable: false)')
export class SessionReference {
  @Field(() => Uuid, { description: 'Identifier of the session.' })
  id: string;
}

/** A sale, told by the equipment service; here only its id. */
@ObjectType('Sale', { description: 'What somebody bought at the solidarity price.' })
@Directive('@key(fields: "id", resolvable: false)')
export class SaleReference {
  @Field(() => Uuid, { description: 'Identifier of the sale.' })
  id: string;
}

/** A device, told by the equipment service; here only its id. */
@ObjectType('Device', { description: 'A computer, tablet or smartphone that the branch refurbishes and sells.' })
@Directive('@key(fields: "id", resolvable: false)')
export class DeviceReference {
  @Field(() => Uuid, { description: 'Identifier of the device.' })
  id: string;
}
