import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { AfterSalesTicket } from '../ticket.entity.js';
import { type Exchange, ExchangeDevice } from './exchange-device.js';

@InputType({ description: 'Another device for one that is faulty.' })
export class ExchangeDeviceInput implements Exchange {
  @Field(() => Uuid, { description: 'The ticket of the faulty device.' })
  id: string;

  @Field(() => String, { description: 'Tag of the device given instead: ready, of the same type, in the same branch.' })
  tag: string;

  @Field(() => String, { description: 'Why, 3–500 characters.' })
  reason: string;
}

@Resolver()
export class ExchangeDeviceResolver {
  constructor(private readonly exchangeDevice: ExchangeDevice) {}

  @Mutation(() => AfterSalesTicket, {
    name: 'exchangeDevice',
    description:
      'Gives a buyer another device for the faulty one, under warranty, at no cost: today counts one back and one out. Refuses NOT_FOUND, TICKET_CLOSED, WARRANTY_ENDED, EXCHANGE_OF_ANOTHER_TYPE, DEVICE_NOT_READY, ALREADY_SOLD, RESERVED_FOR_ANOTHER, NO_TARIFF, TAG_MALFORMED, REASON_REQUIRED.',
  })
  @Allow(Permission.CorrectSales)
  exchange(@Args('input') input: ExchangeDeviceInput, @CurrentActor() actor: Actor): Promise<AfterSalesTicket> {
    return this.exchangeDevice.execute(input, actor);
  }
}
