import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import type { RedirectionTarget } from '#events';
import { GraphQLVocabulary, LocalDateScalar, Uuid } from '#runtime';
import { Redirection } from '../redirection.entity.js';
import { RedirectPerson } from './redirect-person.js';

@InputType({ description: 'That somebody is sent on to another service.' })
export class RedirectPersonInput {
  @Field(() => Uuid, { description: 'The person.' })
  beneficiaryId: string;

  @Field(() => GraphQLVocabulary.RedirectionTarget, { description: 'Which sort of service.' })
  target: RedirectionTarget;

  @Field(() => String, { nullable: true, description: 'Which one, at most 200 characters; no name of a person.' })
  whereto?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Which day; today when left out.' })
  occurredOn?: string | null;
}

@Resolver()
export class RedirectPersonResolver {
  constructor(private readonly redirectPerson: RedirectPerson) {}

  @Mutation(() => Redirection, {
    name: 'redirectPerson',
    description:
      'Notes that a person was sent on. Refuses NOT_FOUND, BENEFICIARY_VOIDED, BENEFICIARY_ERASED, BENEFICIARY_RESTRICTED, REDIRECTION_ANONYMOUS, REDIRECTION_DAY, TEXT_LENGTH, SENSITIVE_TEXT.',
  })
  @Allow(Permission.FollowPeople)
  redirect(@Args('input') input: RedirectPersonInput, @CurrentActor() actor: Actor): Promise<Redirection> {
    return this.redirectPerson.execute(input, actor);
  }
}
