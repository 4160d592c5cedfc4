import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { Donor } from '../donor.entity.js';
import { ForgetDonor } from './forget-donor.js';

@InputType({ description: 'A donor who asked to be forgotten.' })
export class ForgetDonorInput {
  @Field(() => Uuid, { description: 'The donor.' })
  donorId: string;
}

@Resolver()
export class ForgetDonorResolver {
  constructor(private readonly forgetDonor: ForgetDonor) {}

  @Mutation(() => Donor, {
    name: 'forgetDonor',
    description: 'Empties a donor’s name and contact for good; what they gave stays counted. Refuses NOT_FOUND.',
  })
  @Allow(Permission.EditDonors)
  forget(@Args('input') input: ForgetDonorInput, @CurrentActor() actor: Actor): Promise<Donor> {
    return this.forgetDonor.execute(input.donorId, actor);
  }
}
