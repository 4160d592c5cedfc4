import { Args, Field, InputType, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, branchOf, CurrentActor, Permission } from '#access';
import { Database } from '#persistence';
import { LocalDateScalar } from '#runtime';
import { HelperAvailability } from '../helper-availability.entity.js';
import { SetAvailability } from './set-availability.js';

@InputType({ description: 'Hours of a day of the week.' })
export class WeeklyHoursInput {
  @Field(() => Int, { description: 'Day of the week, 1 = Monday to 7 = Sunday.' })
  weekday: number;

  @Field(() => String, { description: 'From, `09:00`, by the clocks of the branch.' })
  from: string;

  @Field(() => String, { description: 'Until, `12:00`.' })
  until: string;
}

@InputType({ description: 'Days of absence, both included.' })
export class AbsenceInput {
  @Field(() => LocalDateScalar, { description: 'First day.' })
  from: string;

  @Field(() => LocalDateScalar, { description: 'Last day.' })
  until: string;
}

@InputType({ description: 'When you may be asked to help.' })
export class SetAvailabilityInput {
  @Field(() => String, { nullable: true, description: 'Branch code; yours when you have one only.' })
  branch?: string | null;

  @Field(() => [WeeklyHoursInput], { description: 'Your week, 21 entries at most; none = at any hour.' })
  weekly: WeeklyHoursInput[];

  @Field(() => [AbsenceInput], { description: 'Your absences, 50 at most.' })
  away: AbsenceInput[];
}

@Resolver()
export class SetAvailabilityResolver {
  constructor(
    private readonly setAvailability: SetAvailability,
    private readonly db: Database,
  ) {}

  @Mutation(() => HelperAvailability, {
    name: 'setAvailability',
    description:
      'Says when you yourself may be asked to help in a branch; it takes the place of what you said before. You may take any shift all the same. Refuses AVAILABILITY_HOURS, AVAILABILITY_DAYS.',
  })
  @Allow(Permission.TakeShifts)
  set(@Args('input') input: SetAvailabilityInput, @CurrentActor() actor: Actor): Promise<HelperAvailability> {
    return this.setAvailability.execute(input, actor);
  }

  @Query(() => HelperAvailability, {
    name: 'myAvailability',
    nullable: true,
    description: 'When you said you may be asked to help in a branch; null when you said nothing.',
  })
  @Allow(Permission.TakeShifts)
  mine(
    @Args('branch', { type: () => String, nullable: true, description: 'Branch code; yours when you have one only.' })
    named: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<HelperAvailability | null> {
    const branch = branchOf(actor, named);
    return this.db.read(actor, (tx) => tx.findOneBy(HelperAvailability, { branch, subject: actor.subject }));
  }
}
