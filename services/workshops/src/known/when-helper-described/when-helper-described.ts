import { Injectable } from '@nestjs/common';
import { HelperDescribed, MemberWithdrawn } from '#events';
import { On } from '#messaging';
import type { Tx } from '#persistence';

/** Keeps who can help where, with what and until when: ids and classes, as the network service tells them. */
@Injectable()
export class WhenHelperDescribed {
  @On(HelperDescribed)
  async described({ data }: HelperDescribed, tx: Tx): Promise<void> {
    const { memberId, subject, after } = data;
    await tx.query(
      `INSERT INTO known_helper (member_id, subject, branches, skills, mission_ends_on) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (member_id) DO UPDATE SET subject = EXCLUDED.subject, branches = EXCLUDED.branches, skills = EXCLUDED.skills,
         mission_ends_on = EXCLUDED.mission_ends_on, active = true`,
      [memberId, subject, after.branches, after.skills, after.missionEndsOn],
    );
  }

  @On(MemberWithdrawn)
  async withdrawn({ data }: MemberWithdrawn, tx: Tx): Promise<void> {
    await tx.query('UPDATE known_helper SET active = false WHERE member_id = $1', [data.memberId]);
  }
}
