import {
  Args,
  Context,
  Field,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  ResolveReference,
  Resolver,
} from '@nestjs/graphql';
import { In } from 'typeorm';
import { type Actor, Allow, ANYONE_SIGNED_IN, CurrentActor, Permission } from '#access';
import { NOT_FOUND } from '#errors';
import { Database } from '#persistence';
import { loaderOf, type RequestContext, Uuid } from '#runtime';
import { Branch } from '../../branches/branch.entity.js';
import { loadBranch } from '../../branches/load-branch.js';
import { Donor } from '../donor.entity.js';

@ObjectType({ description: 'Who to ask for at a donor.' })
export class DonorContact {
  @Field(() => String, { nullable: true, description: 'Name of the contact.' })
  name: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail of the contact.' })
  email: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone of the contact.' })
  telephone: string | null;
}

@Resolver(() => Donor)
export class ShowDonorResolver {
  constructor(private readonly db: Database) {}

  @Query(() => Donor, { name: 'donor', description: 'One donor. Refuses NOT_FOUND.' })
  @Allow(Permission.ReadDonors)
  async show(
    @Args('id', { type: () => Uuid, description: 'The donor.' }) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<Donor> {
    const donor = await this.db.read(actor, (tx) => tx.findOneBy(Donor, { id }));
    if (!donor) throw NOT_FOUND({ what: 'Donateur', whatEn: 'Donor' }, 'id');
    return donor;
  }

  @ResolveReference()
  @Allow(Permission.ReadDonors)
  resolve(
    @Parent() reference: { id: string },
    @Context() context: RequestContext,
    @CurrentActor() actor: Actor,
  ): Promise<Donor | null> {
    const load = async (ids: readonly string[]) => {
      const found = await this.db.read(actor, (tx) => tx.findBy(Donor, { id: In([...ids]) }));
      return new Map(found.map((donor) => [donor.id, donor]));
    };
    return loaderOf<Donor | null>(context, 'donor', load, null).load(reference.id);
  }

  @ResolveField(() => Branch, { name: 'branch', nullable: true, description: 'The branch it gives to.' })
  @Allow(ANYONE_SIGNED_IN)
  branch(
    @Parent() donor: Donor,
    @Context() context: RequestContext,
    @CurrentActor() actor: Actor,
  ): Promise<Branch | null> {
    return loadBranch(this.db, actor, context, donor.branch);
  }

  @ResolveField(() => DonorContact, {
    name: 'contact',
    nullable: true,
    description: 'Who to ask for; for those who keep the list.',
  })
  @Allow(Permission.EditDonors)
  contact(@Parent() donor: Donor): DonorContact | null {
    const { contactName: name, contactEmail: email, contactTelephone: telephone } = donor;
    return name === null && email === null && telephone === null ? null : { name, email, telephone };
  }
}
