import { Args, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, branchOf, CurrentActor, Permission } from '#access';
import { Database } from '#persistence';
import { LocalDateScalar } from '#runtime';
import { ConnectivityStatement, statementOf } from '../statement.js';

@Resolver()
export class ShowStatementResolver {
  constructor(private readonly db: Database) {}

  @Query(() => ConnectivityStatement, {
    name: 'connectivityStatement',
    description:
      'SIM cards and top-ups of a branch in a month, by operator and value: what moved on the shelf, what was sold and activated. Refuses STATEMENT_MONTH.',
  })
  @Allow(Permission.ReadSales)
  statement(
    @Args('branch', { type: () => String, nullable: true, description: 'Branch code; yours when you have one only.' })
    named: string | null,
    @Args('month', { type: () => LocalDateScalar, description: 'First day of the month.' }) month: string,
    @CurrentActor() actor: Actor,
  ): Promise<ConnectivityStatement> {
    const branch = branchOf(actor, named);
    return this.db.read(actor, (tx) => statementOf(tx, branch, month));
  }
}
