import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Uuid } from '#runtime';
import { WaitlistEntry } from '../waitlist-entry.entity.js';
import { AnswerOffer } from './answer-offer.js';

@InputType({ description: 'An offer that the person has taken.' })
export class AcceptOfferInput {
  @Field(() => Uuid, { description: 'The place in line that it was made to.' })
  waitlistEntryId: string;
}

@InputType({ description: 'An offer that the person has turned down.' })
export class DeclineOfferInput {
  @Field(() => Uuid, { description: 'The place in line that it was made to.' })
  waitlistEntryId: string;
}

@Resolver()
export class AnswerOfferResolver {
  constructor(private readonly answerOffer: AnswerOffer) {}

  @Mutation(() => WaitlistEntry, {
    name: 'acceptOffer',
    description: 'Enrols a person from an offer. Refuses NO_OFFER, OFFER_LAPSED, OFFER_USED, SESSION_FULL, NOT_FOUND.',
  })
  @Allow(Permission.EnrolInSession)
  accept(@Args('input') input: AcceptOfferInput, @CurrentActor() actor: Actor): Promise<WaitlistEntry> {
    return this.answerOffer.byStaff('accept', input.waitlistEntryId, actor);
  }

  @Mutation(() => WaitlistEntry, {
    name: 'declineOffer',
    description:
      'Turns an offer down; its seats go to the next in line. Refuses NO_OFFER, OFFER_LAPSED, OFFER_USED, NOT_FOUND.',
  })
  @Allow(Permission.EnrolInSession)
  decline(@Args('input') input: DeclineOfferInput, @CurrentActor() actor: Actor): Promise<WaitlistEntry> {
    return this.answerOffer.byStaff('decline', input.waitlistEntryId, actor);
  }
}
