import { Args, Field, InputType, Mutation, Resolver, registerEnumType } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { AfterSalesTicket } from '../ticket.entity.js';
import { CloseAfterSalesTicket, type TicketClosing } from './close-after-sales-ticket.js';

export const GivenHomeBecause = { REPAIRED: 'REPAIRED', NO_FAULT: 'NO_FAULT' } as const;
export type GivenHomeBecause = (typeof GivenHomeBecause)[keyof typeof GivenHomeBecause];
registerEnumType(GivenHomeBecause, {
  name: 'GivenHomeBecause',
  description: 'Why a device goes home to its buyer: it was repaired, or nothing was wrong.',
});

@InputType({ description: 'A device that goes home to its buyer.' })
export class CloseAfterSalesTicketInput implements TicketClosing {
  @Field(() => Uuid, { description: 'The ticket.' })
  id: string;

  @Field(() => GivenHomeBecause, { description: 'Why it goes home.' })
  outcome: GivenHomeBecause;

  @Field(() => String, { nullable: true, description: 'What was done, up to 500 characters.' })
  note?: string | null;
}

@Resolver()
export class CloseAfterSalesTicketResolver {
  constructor(private readonly closeTicket: CloseAfterSalesTicket) {}

  @Mutation(() => AfterSalesTicket, {
    name: 'closeAfterSalesTicket',
    description:
      'Gives a device back to its buyer, repaired or without a fault. Refuses NOT_FOUND, TICKET_CLOSED, TEXT_LENGTH.',
  })
  @Allow(Permission.Sell)
  close(@Args('input') input: CloseAfterSalesTicketInput, @CurrentActor() actor: Actor): Promise<AfterSalesTicket> {
    return this.closeTicket.execute(input, actor);
  }
}
