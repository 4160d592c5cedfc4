import { Field, InputType, Int } from '@nestjs/graphql';
import { LocalDateScalar } from '#runtime';

@InputType({ description: 'Dates that come again each week, by the clocks of the branch.' })
export class SeriesPatternInput {
  @Field(() => LocalDateScalar, { description: 'First day that may be one of its dates; weeks are counted from it.' })
  firstDay: string;

  @Field(() => [Int], { description: 'Days of the week, 1 Monday … 7 Sunday.' })
  weekdays: number[];

  @Field(() => Int, { description: 'For how many weeks, 1–12.' })
  weeks: number;

  @Field(() => String, { description: 'Time of day on the clocks of the branch, `09:30`.' })
  startsAt: string;

  @Field(() => Int, { description: 'Length of each session in minutes, 1–480.' })
  minutes: number;
}
