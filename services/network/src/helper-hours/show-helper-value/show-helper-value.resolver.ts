import { Args, Field, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { type HelperKind } from '#events';
import { Database } from '#persistence';
import { GraphQLVocabulary, LocalDateScalar } from '#runtime';
import { HELPER_RATE_PERIOD } from '../helper-rate.refusals.js';
import { hoursByBranch, totalOf } from '../valued-hours.js';

@ObjectType({ description: 'Hours that helpers of one branch and one tie gave, and what they are worth.' })
export class HelperValueLine {
  @Field(() => String, { description: 'Code of the branch.' })
  branch: string;

  @Field(() => GraphQLVocabulary.HelperKind, {
    nullable: true,
    description: 'By what tie they help now; null = nobody described them.',
  })
  kind: HelperKind | null;

  @Field(() => Int, { description: 'Helpers, each counted once in the line.' })
  helpers: number;

  @Field(() => Int, { description: 'Minutes recorded on shifts.' })
  minutes: number;

  @Field(() => Int, { description: 'Minutes of days for which no rate is set; they are worth nothing here.' })
  unvaluedMinutes: number;

  @Field(() => Int, { description: 'Value in cents, at the rate of each day, rounded once for the line.' })
  cents: number;
}

@ObjectType({ description: 'What helpers gave over a period, for funders.' })
export class HelperValue {
  @Field(() => [HelperValueLine], { description: 'By branch and tie.' })
  lines: HelperValueLine[];

  @Field(() => Int, { description: 'Minutes of all lines.' })
  minutes: number;

  @Field(() => Int, { description: 'Minutes of all lines for which no rate is set.' })
  unvaluedMinutes: number;

  @Field(() => Int, { description: 'Value of all lines, in cents: their sum, so that it adds up on paper.' })
  cents: number;
}

@Resolver()
export class ShowHelperValueResolver {
  constructor(private readonly db: Database) {}

  @Query(() => HelperValue, {
    name: 'helperValue',
    description:
      'Hours that helpers gave in your branches over a period, and what they are worth at the national rate of each day. Refuses HELPER_RATE_PERIOD.',
  })
  @Allow(Permission.ReadHelperValue)
  async value(
    @Args('from', { type: () => LocalDateScalar, description: 'First day.' }) from: string,
    @Args('to', { type: () => LocalDateScalar, description: 'Last day.' }) to: string,
    @CurrentActor() actor: Actor,
  ): Promise<HelperValue> {
    if (to < from) throw HELPER_RATE_PERIOD({}, 'to');
    const lines = (await this.db.read(actor, (tx) => hoursByBranch(tx, from, to))) as HelperValueLine[];
    return { lines, ...totalOf(lines) };
  }
}
