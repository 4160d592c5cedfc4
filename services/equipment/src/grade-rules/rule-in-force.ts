import type { Tx } from '#persistence';
import type { NamedRule } from '../devices/device-acts.js';
import { GradeRule } from './grade-rule.entity.js';

/** The rule that grades on a day: the one that began last. The first holds since ever. */
export async function ruleInForce(tx: Tx, day: string): Promise<NamedRule> {
  const { version, thresholds } = await tx
    .createQueryBuilder(GradeRule, 'r')
    .where('r.valid_from <= :day', { day })
    .orderBy('r.valid_from', 'DESC')
    .limit(1)
    .getOneOrFail();
  return { name: `v${version}`, thresholds };
}
