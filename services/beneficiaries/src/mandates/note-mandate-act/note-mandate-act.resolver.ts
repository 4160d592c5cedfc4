import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import type { AdministrativeTheme } from '#events';
import { Ids } from '#persistence';
import { GraphQLVocabulary } from '#runtime';
import { ChangeMandate, MandateNamed } from '../change-mandate.js';
import { Mandate, MandateAct } from '../mandate.entity.js';

@InputType({ description: 'Something done in a person’s name, today.' })
export class NoteMandateActInput extends MandateNamed {
  @Field(() => GraphQLVocabulary.AdministrativeTheme, { description: 'Which sort of procedure; one of the mandate’s.' })
  theme: AdministrativeTheme;

  @Field(() => String, { description: 'What was done, 3–300 characters; no login, no password.' })
  what: string;
}

@Resolver()
export class NoteMandateActResolver {
  constructor(
    private readonly changeMandate: ChangeMandate,
    private readonly ids: Ids,
  ) {}

  @Mutation(() => Mandate, {
    name: 'noteMandateAct',
    description:
      'Notes something done in the person’s name. It is never changed afterwards. Refuses NOT_FOUND, CHANGED_MEANWHILE, BENEFICIARY_VOIDED, BENEFICIARY_ERASED, BENEFICIARY_RESTRICTED, MANDATE_OVER, MANDATE_OUT_OF_SCOPE, TEXT_LENGTH, SENSITIVE_TEXT.',
  })
  @Allow(Permission.FollowPeople)
  change(@Args('input') input: NoteMandateActInput, @CurrentActor() actor: Actor): Promise<Mandate> {
    return this.changeMandate.execute(input, actor, 'note-mandate-act', async ({ record: mandate, moment, tx }) => {
      const ids = { id: this.ids.next(), by: actor.subject };
      await tx.insert(MandateAct, mandate.act(ids, input.theme, input.what, moment));
      return [];
    });
  }
}
