import { Args, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, branchOf, CurrentActor, Permission } from '#access';
import { Database } from '#persistence';
import { LocalDateScalar } from '#runtime';
import { TillFile } from '../../sales/till-file.js';
import { ACCOUNTS_PERIOD } from '../till.refusals.js';
import { accountsOf } from './accounts.js';

const DAY_MS = 86_400_000;
const LONGEST_DAYS = 366;

@Resolver()
export class ExportAccountsResolver {
  constructor(private readonly db: Database) {}

  @Query(() => TillFile, {
    name: 'exportAccounts',
    description:
      'The closed days of a branch’s till as CSV for accountants: one line for each line sold, each payment, each later correction and each difference counted, in cents. Refuses ACCOUNTS_PERIOD.',
  })
  @Allow(Permission.ReadSales)
  async export(
    @Args('branch', { type: () => String, nullable: true, description: 'Branch code; yours when you have one only.' })
    branch: string | null,
    @Args('from', { type: () => LocalDateScalar, description: 'First day.' }) from: string,
    @Args('to', { type: () => LocalDateScalar, description: 'Last day, this one included.' }) to: string,
    @CurrentActor() actor: Actor,
  ): Promise<TillFile> {
    const code = branchOf(actor, branch);
    const days = (Date.parse(to) - Date.parse(from)) / DAY_MS;
    if (days < 0 || days >= LONGEST_DAYS) throw ACCOUNTS_PERIOD({}, 'to');
    const accounts = await this.db.read(actor, (tx) => accountsOf(tx, { branch: code, from, to }));
    const base64 = Buffer.from(accounts, 'utf8').toString('base64');
    return { name: `comptes-${code}-${from}-${to}.csv`, mediaType: 'text/csv; charset=utf-8', base64 };
  }
}
