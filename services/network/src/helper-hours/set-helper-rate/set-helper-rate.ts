import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { Database, Ids, refusing } from '#persistence';
import { HelperRate, type RateTerms } from '../helper-rate.entity.js';
import { HELPER_RATE_OVERLAP } from '../helper-rate.refusals.js';

/** Sets at what an hour is valued from a day on; a rate that begins on the same day is mended, and one left open ends there. */
@Injectable()
export class SetHelperRate {
  constructor(
    private readonly db: Database,
    private readonly ids: Ids,
  ) {}

  execute(input: RateTerms, actor: Actor): Promise<HelperRate> {
    return this.db.command(actor, HelperRate, async (tx) => {
      const known = await tx.findOneBy(HelperRate, { validFrom: input.from });
      const rate = HelperRate.of(known?.id ?? this.ids.next(), input);
      await refusing({ helper_rate_no_overlap: () => HELPER_RATE_OVERLAP({}, 'input.from') }, async () => {
        await tx.query('UPDATE helper_rate SET valid_until = $1 WHERE valid_until IS NULL AND valid_from < $1', [
          rate.validFrom,
        ]);
        await tx.save(rate);
      });
      return rate;
    });
  }
}
