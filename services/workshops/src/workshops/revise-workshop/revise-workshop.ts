import { Injectable } from '@nestjs/common';
import { type Actor } from '#access';
import { NOT_FOUND, requireVersion } from '#errors';
import { lockAggregate, Outbox } from '#messaging';
import { Clock, Database } from '#persistence';
import { Workshop, type WorkshopDescription } from '../workshop.entity.js';

/** Rewrites a workshop's description; sessions already planned keep theirs. */
@Injectable()
export class ReviseWorkshop {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  execute(
    input: WorkshopDescription & { workshopId: string; expectedVersion?: number | null },
    actor: Actor,
  ): Promise<Workshop> {
    return this.db.command(actor, Workshop, async (tx) => {
      const version = await lockAggregate(tx, 'workshops.workshops', input.workshopId);
      const workshop = await tx.findOneBy(Workshop, { id: input.workshopId });
      if (!workshop) throw NOT_FOUND({ what: 'Atelier', whatEn: 'Workshop' }, 'input.workshopId');
      requireVersion(version, input.expectedVersion);
      const events = workshop.revise(input, this.clock.now());
      await tx.update(Workshop, { id: workshop.id }, { ...workshop });
      await this.outbox.add(tx, events, actor);
      return workshop;
    });
  }
}
