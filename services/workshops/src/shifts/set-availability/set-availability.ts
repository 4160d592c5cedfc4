import { Injectable } from '@nestjs/common';
import { type Actor, branchOf } from '#access';
import { Clock, Database, Ids } from '#persistence';
import { type Absence, HelperAvailability, type WeeklyHours } from '../helper-availability.entity.js';

interface Said {
  branch?: string | null | undefined;
  weekly: WeeklyHours[];
  away: Absence[];
}

/** Keeps when whoever asks may be asked to help in a branch; the last word holds. */
@Injectable()
export class SetAvailability {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  execute(input: Said, actor: Actor): Promise<HelperAvailability> {
    return this.db.command(actor, HelperAvailability, async (tx) => {
      const branch = branchOf(actor, input.branch);
      const { subject } = actor;
      // Of two who say it at once for the first time the second waits here, and then mends what the first said.
      await tx.query(
        `INSERT INTO helper_availability (id, branch, subject, weekly, away, said_at) VALUES ($1, $2, $3, '[]', '[]', $4)
         ON CONFLICT ON CONSTRAINT helper_availability_once DO NOTHING`,
        [this.ids.next(), branch, subject, this.clock.now()],
      );
      const kept = await tx.findOneByOrFail(HelperAvailability, { branch, subject });
      kept.say(input.weekly, input.away, this.clock.now());
      return tx.save(kept);
    });
  }
}
