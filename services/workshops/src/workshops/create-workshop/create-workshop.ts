import { Injectable } from '@nestjs/common';
import { type Actor, branchOf } from '#access';
import { Outbox } from '#messaging';
import { Clock, Database, Ids } from '#persistence';
import { Workshop, type WorkshopDescription } from '../workshop.entity.js';

@Injectable()
export class CreateWorkshop {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  execute(input: WorkshopDescription & { branch?: string | null | undefined }, actor: Actor): Promise<Workshop> {
    return this.db.command(actor, Workshop, async (tx) => {
      const { workshop, events } = Workshop.create(
        this.ids.next(),
        branchOf(actor, input.branch),
        input,
        this.clock.now(),
      );
      await tx.insert(Workshop, workshop);
      await this.outbox.add(tx, events, actor);
      return workshop;
    });
  }
}
