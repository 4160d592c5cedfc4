import { Injectable } from '@nestjs/common';
import { HelperDescribed, MemberWithdrawn } from '#events';
import { On } from '#messaging';
import type { Tx } from '#persistence';

/** Keeps who helps in which branch, so that somebody's referent is a real one: ids alone, as the network service tells them. */
@Injectable()
export class WhenHelperDescribed {
  @On(HelperDescribed)
  async described({ data: { memberId, subject, after } }: HelperDescribed, tx: Tx): Promise<void> {
    await tx.query(
      `INSERT INTO known_helper (member_id, subject, branches) VALUES ($1, $2, $3)
       ON CONFLICT (member_id) DO UPDATE SET subject = EXCLUDED.subject, branches = EXCLUDED.branches, active = true`,
      [memberId, subject, after.branches],
    );
  }

  @On(MemberWithdrawn)
  async withdrawn({ data }: MemberWithdrawn, tx: Tx): Promise<void> {
    await tx.query('UPDATE known_helper SET active = false WHERE member_id = $1', [data.memberId]);
  }
}
