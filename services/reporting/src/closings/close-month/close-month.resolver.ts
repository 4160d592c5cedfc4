import { Args, Field, InputType, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, ANYONE_SIGNED_IN, CurrentActor, Permission } from '#access';
import { LocalDateScalar } from '#runtime';
import { BranchReference } from '../../references.js';
import { MonthClosing } from '../month-closing.entity.js';
import { CloseMonth } from './close-month.js';

@InputType({ description: 'A month of a branch to close.' })
export class CloseMonthInput {
  @Field(() => String, { description: 'Branch code.' })
  branch: string;

  @Field(() => LocalDateScalar, { description: 'First day of the month.' })
  month: string;
}

@Resolver(() => MonthClosing)
export class CloseMonthResolver {
  constructor(private readonly closeMonth: CloseMonth) {}

  @Mutation(() => MonthClosing, {
    name: 'closeMonth',
    description:
      'Closes a month of a branch, for good: what is learned of it afterwards is listed as a correction. Refuses MONTH_FIRST_DAY, MONTH_NOT_OVER, MONTH_NOT_FINAL, MONTH_CLOSED_ALREADY, NOT_FOUND.',
  })
  @Allow(Permission.CloseMonths)
  close(@Args('input') input: CloseMonthInput, @CurrentActor() actor: Actor): Promise<MonthClosing> {
    return this.closeMonth.execute(input, actor);
  }

  @ResolveField(() => BranchReference, { name: 'branch', description: 'The branch.' })
  @Allow(ANYONE_SIGNED_IN)
  branch(@Parent() closing: MonthClosing): BranchReference {
    return { code: closing.branch };
  }
}
