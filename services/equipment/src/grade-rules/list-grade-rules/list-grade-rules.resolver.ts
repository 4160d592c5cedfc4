import { Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Database } from '#persistence';
import { GradeRule } from '../grade-rule.entity.js';

const MOST = 50;

@Resolver()
export class ListGradeRulesResolver {
  constructor(private readonly db: Database) {}

  @Query(() => [GradeRule], {
    name: 'gradeRules',
    description: 'Rules that graded computers, grade them or will, the latest first day first, at most 50.',
  })
  @Allow(Permission.ReadTariff)
  list(@CurrentActor() actor: Actor): Promise<GradeRule[]> {
    return this.db.read(actor, (tx) => tx.find(GradeRule, { order: { validFrom: 'DESC' }, take: MOST }));
  }
}
