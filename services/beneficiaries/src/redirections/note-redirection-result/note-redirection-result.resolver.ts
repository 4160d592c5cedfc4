import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import type { RedirectionResult } from '#events';
import { GraphQLVocabulary, LocalDateScalar } from '#runtime';
import { ChangeRedirection, RedirectionNamed } from '../change-redirection.js';
import { Redirection } from '../redirection.entity.js';

@InputType({ description: 'What became of somebody who was sent on.' })
export class NoteRedirectionResultInput extends RedirectionNamed {
  @Field(() => GraphQLVocabulary.RedirectionResult, { description: 'What became of it.' })
  result: RedirectionResult;

  @Field(() => LocalDateScalar, { nullable: true, description: 'When that was learned; today when left out.' })
  occurredOn?: string | null;
}

@Resolver()
export class NoteRedirectionResultResolver {
  constructor(private readonly changeRedirection: ChangeRedirection) {}

  @Mutation(() => Redirection, {
    name: 'noteRedirectionResult',
    description:
      'Notes what became of a redirection, or notes it better. Refuses NOT_FOUND, CHANGED_MEANWHILE, BENEFICIARY_VOIDED, BENEFICIARY_ERASED, BENEFICIARY_RESTRICTED, REDIRECTION_VOIDED, REDIRECTION_DAY.',
  })
  @Allow(Permission.FollowPeople)
  change(@Args('input') input: NoteRedirectionResultInput, @CurrentActor() actor: Actor): Promise<Redirection> {
    return this.changeRedirection.execute(input, actor, 'note-redirection-result', ({ record: redirection, moment }) =>
      redirection.noteResult(input.result, input.occurredOn ?? moment.today, moment),
    );
  }
}
