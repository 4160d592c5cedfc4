import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { QuarterPublication } from '../quarter-publication.entity.js';
import { PublishQuarter } from './publish-quarter.js';

@InputType({ description: 'A quarter to publish.' })
export class PublishQuarterInput {
  @Field(() => String, { description: 'The quarter, `2026-T2`.' })
  quarter: string;
}

@Resolver()
export class PublishQuarterResolver {
  constructor(private readonly publishQuarter: PublishQuarter) {}

  @Mutation(() => QuarterPublication, {
    name: 'publishQuarter',
    description:
      'Publishes a quarter for everybody, for good: numbers rounded to 5, those of fewer than 11 hidden and whatever they could be worked out from. Refuses NO_SUCH_QUARTER, QUARTER_NOT_SETTLED, QUARTER_NOT_FINAL, QUARTER_PUBLISHED_ALREADY.',
  })
  @Allow(Permission.PublishFigures)
  publish(@Args('input') input: PublishQuarterInput, @CurrentActor() actor: Actor): Promise<QuarterPublication> {
    return this.publishQuarter.execute(input, actor);
  }
}
