import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { AfterSalesTicket } from '../ticket.entity.js';
import { type Fault, OpenAfterSalesTicket } from './open-after-sales-ticket.js';

@InputType({ description: 'A sold device that is brought in with a fault.' })
export class OpenAfterSalesTicketInput implements Fault {
  @Field(() => Uuid, { description: 'The device.' })
  deviceId: string;

  @Field(() => String, { description: 'What is wrong with it, 3–500 characters; nothing about its buyer.' })
  fault: string;
}

@Resolver()
export class OpenAfterSalesTicketResolver {
  constructor(private readonly openTicket: OpenAfterSalesTicket) {}

  @Mutation(() => AfterSalesTicket, {
    name: 'openAfterSalesTicket',
    description:
      'Takes a sold device in for repair, and says whether its warranty still runs. Refuses NOT_FOUND, NOT_SOLD, TICKET_OPEN_ALREADY, TEXT_LENGTH.',
  })
  @Allow(Permission.Sell)
  open(@Args('input') input: OpenAfterSalesTicketInput, @CurrentActor() actor: Actor): Promise<AfterSalesTicket> {
    return this.openTicket.execute(input, actor);
  }
}
