import { Field, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Database, within } from '#persistence';

/** Where all devices of a branch went. */
@ObjectType({
  description:
    'Where all devices of a branch went. What it received, and what came from other branches less what left for them, is what stands in the other columns.',
})
export class BranchBalance {
  @Field(() => String, { description: 'Code of the branch.' })
  branch: string;

  @Field(() => Int, { description: 'Devices that this branch received first.' })
  received: number;

  @Field(() => Int, { description: 'Devices that came from other branches.' })
  arrived: number;

  @Field(() => Int, { description: 'Devices that left for other branches and were taken in there.' })
  left: number;

  @Field(() => Int, { description: 'Being prepared, or ready.' })
  inStock: number;

  @Field(() => Int, { description: 'Kept for somebody.' })
  reserved: number;

  @Field(() => Int, { description: 'Lent.' })
  onLoan: number;

  @Field(() => Int, { description: 'On their way to another branch, and not yet taken in there.' })
  inTransit: number;

  @Field(() => Int, { description: 'Sold, those that are being repaired or were given back included.' })
  distributed: number;

  @Field(() => Int, { description: 'Not reusable.' })
  wasted: number;

  @Field(() => Int, { description: 'Lost.' })
  lost: number;

  @Field(() => Boolean, { description: 'True when nothing is missing and nothing is counted twice.' })
  balanced: boolean;
}

@Resolver()
export class ShowBalanceResolver {
  constructor(private readonly db: Database) {}

  @Query(() => [BranchBalance], {
    name: 'equipmentBalance',
    description: 'Where all devices of your branches went, branch by branch.',
  })
  @Allow(Permission.ReadStock)
  balance(@CurrentActor() actor: Actor): Promise<BranchBalance[]> {
    // Receipts are counted from the devices' history, which stays with the branch that wrote it when a device moves on.
    return this.db.read(actor, async (tx) => {
      const values: unknown[] = [];
      const rows: Omit<BranchBalance, 'balanced'>[] = await tx.query(
        `WITH movement AS (
           SELECT branch, 'received' AS what, count(*) FILTER (WHERE what = 'RECEIVED') - count(*) FILTER (WHERE what = 'VOIDED') AS n
           FROM device_step WHERE what IN ('RECEIVED', 'VOIDED') GROUP BY 1
           UNION ALL SELECT to_branch, 'arrived', count(*) FROM transfer_device WHERE arrived_at IS NOT NULL GROUP BY 1
           UNION ALL SELECT from_branch, 'left', count(*) FROM transfer_device WHERE arrived_at IS NOT NULL GROUP BY 1
           UNION ALL SELECT branch, state, count(*) FROM device WHERE NOT voided GROUP BY 1, 2)
         SELECT branch, ${sum('received', ['received'])}, ${sum('arrived', ['arrived'])}, ${sum('left', ['left'])},
                ${Object.entries(COLUMNS)
                  .map(([column, states]) => sum(column, states))
                  .join(', ')}
         FROM movement WHERE ${within(tx, values)} GROUP BY branch ORDER BY branch`,
        values,
      );
      return rows.map((row) => ({ ...row, balanced: isBalanced(row) }));
    });
  }
}

/** Every state stands in one column. */
const COLUMNS = {
  inStock: ['RECEIVED', 'IN_REFURBISHMENT', 'READY'],
  reserved: ['RESERVED'],
  onLoan: ['LOANED'],
  inTransit: ['IN_TRANSIT'],
  distributed: ['DISTRIBUTED', 'AFTER_SALES', 'RETURNED'],
  wasted: ['NOT_REUSABLE'],
  lost: ['LOST'],
} as const;

function sum(column: string, members: readonly string[]): string {
  return `coalesce(sum(n) FILTER (WHERE what IN (${members.map((member) => `'${member}'`).join(', ')})), 0)::int AS "${column}"`;
}

function isBalanced(row: Omit<BranchBalance, 'balanced'>): boolean {
  const here = Object.keys(COLUMNS).reduce((total, column) => total + row[column as keyof typeof COLUMNS], 0);
  return row.received + row.arrived - row.left === here;
}
