import { Injectable } from '@nestjs/common';
import { lockAggregate, Outbox } from '#messaging';
import { Clock, Database, Ids } from '#persistence';
import { shiftsToNotice, skillsLacking } from '../gap.js';
import { Shift } from '../shift.entity.js';
import { GapSettings } from './gap-settings.js';

const AT_ONCE = 50;

/**
 * Announces what a shift that is near lacks, once for each gap: which one was told stands in the shift's row, written in the
 * transaction that tells it. Whoever dies in between tells it when they are back.
 */
@Injectable()
export class TellGaps {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly settings: GapSettings,
  ) {}

  /** How many gaps were told. */
  async execute(): Promise<number> {
    const within = this.within();
    const ids = await this.db.look((tx) => shiftsToNotice(tx, { ...within, atOnce: AT_ONCE }));
    let told = 0;
    for (const id of ids) told += await this.tell(id);
    return told;
  }

  private tell(id: string): Promise<number> {
    return this.db.work(async (tx) => {
      await lockAggregate(tx, 'workshops.shifts', id);
      // Read again under the lock: it may have been filled, called off, moved or told meanwhile.
      const shift = await tx.findOneByOrFail(Shift, { id });
      const events = shift.noticeGap(await skillsLacking(tx, shift), this.ids.next(), this.within());
      await tx.update(Shift, { id }, { gapId: shift.gapId });
      await this.outbox.add(tx, events);
      return events.length;
    });
  }

  private within(): { now: Date; until: Date } {
    const now = this.clock.now();
    return { now, until: this.settings.until(now) };
  }
}
