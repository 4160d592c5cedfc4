import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { Clock, Database, Ids, refusing } from '#persistence';
import { localDay } from '#runtime';
import { GradeRule, type RuleTerms } from '../grade-rule.entity.js';
import { GRADE_RULE_DAY_TAKEN } from '../grade-rule.refusals.js';
import { NETWORK_ZONE } from '../network-zone.js';

/** Publishes a rule from a day on. Devices graded before keep their grade, its lines and the version that gave it. */
@Injectable()
export class PublishGradeRule {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  execute(input: RuleTerms, actor: Actor): Promise<GradeRule> {
    return this.db.command(actor, GradeRule, async (tx) => {
      // Two who publish at once take their numbers one after the other.
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext('grade rules'))`);
      const now = this.clock.now();
      const last = (await tx.maximum(GradeRule, 'version')) ?? 0;
      const known = { id: this.ids.next(), version: last + 1, by: actor.subject };
      const rule = GradeRule.published(known, input, { now, day: localDay(now, NETWORK_ZONE) });
      await refusing({ grade_rule_one_a_day: () => GRADE_RULE_DAY_TAKEN({}, 'input.from') }, () =>
        tx.insert(GradeRule, rule),
      );
      return rule;
    });
  }
}
