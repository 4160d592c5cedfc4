import { Injectable } from '@nestjs/common';
import { helperIdOf } from '#access';
import { HelperDescribed, HoursRecorded } from '#events';
import { On } from '#messaging';
import type { Tx } from '#persistence';

/** Keeps what helpers gave, hour by hour, and by what tie: ids and classes, as they were told. */
@Injectable()
export class WhenHoursRecorded {
  /** The last word holds, as hours are mended by saying them again. Of whom they were before that was told, nobody can say. */
  @On(HoursRecorded)
  async recorded({ branch, data }: HoursRecorded, tx: Tx): Promise<void> {
    const { dutyId, helperId, occurredOn, after } = data;
    if (helperId === undefined) return;
    await tx.query(
      `INSERT INTO helper_hours (duty_id, branch, helper_id, occurred_on, minutes) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (duty_id) DO UPDATE SET minutes = EXCLUDED.minutes, occurred_on = EXCLUDED.occurred_on`,
      [dutyId, branch, helperId, occurredOn, after],
    );
  }

  @On(HelperDescribed)
  async described({ data }: HelperDescribed, tx: Tx): Promise<void> {
    if (data.subject === null) return;
    await tx.query(
      'INSERT INTO known_helper (helper_id, kind) VALUES ($1, $2) ON CONFLICT (helper_id) DO UPDATE SET kind = EXCLUDED.kind',
      [helperIdOf(data.subject), data.after.kind],
    );
  }
}
