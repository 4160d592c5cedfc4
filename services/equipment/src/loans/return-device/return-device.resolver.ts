import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { Loan } from '../loan.entity.js';
import { type LoanReturn, ReturnDevice } from './return-device.js';

@InputType({ description: 'A loan that is brought back.' })
export class ReturnDeviceInput implements LoanReturn {
  @Field(() => Uuid, { description: 'The loan.' })
  id: string;

  @Field(() => Boolean, {
    description: 'True when it must be repaired before anybody can have it; its data is to be removed either way.',
  })
  damaged: boolean;

  @Field(() => String, { nullable: true, description: 'In what condition, up to 500 characters; kept in its history.' })
  condition?: string | null;
}

@Resolver()
export class ReturnDeviceResolver {
  constructor(private readonly returnDevice: ReturnDevice) {}

  @Mutation(() => Loan, {
    name: 'returnDevice',
    description:
      'Takes a lent device back, to be refurbished: the data of whoever had it must be removed first. Refuses NOT_FOUND, LOAN_ENDED, TEXT_LENGTH.',
  })
  @Allow(Permission.Sell)
  bringBack(@Args('input') input: ReturnDeviceInput, @CurrentActor() actor: Actor): Promise<Loan> {
    return this.returnDevice.execute(input, actor);
  }
}
