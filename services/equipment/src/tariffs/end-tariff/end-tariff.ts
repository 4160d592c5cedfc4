import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { NOT_FOUND, requireVersion } from '#errors';
import { lockAggregate, Outbox } from '#messaging';
import { Clock, Database, refusing } from '#persistence';
import { Tariff } from '../tariff.entity.js';
import { TARIFF_OVERLAP } from '../tariff.refusals.js';

/** A tariff and the first day it no longer holds. */
export interface TariffEnd {
  id: string;
  until: string;
  expectedVersion?: number | null | undefined;
}

@Injectable()
export class EndTariff {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  execute(input: TariffEnd, actor: Actor): Promise<Tariff> {
    return this.db.command(actor, Tariff, async (tx) => {
      const version = await lockAggregate(tx, 'equipment.tariffs', input.id);
      const tariff = await tx.findOneBy(Tariff, { id: input.id });
      if (!tariff) throw NOT_FOUND({ what: 'Tarif', whatEn: 'Tariff' }, 'input.id');
      requireVersion(version, input.expectedVersion);
      const events = tariff.end(input.until, this.clock.now());
      // Moving the end later may meet the tariff that follows.
      await refusing({ tariff_no_overlap: () => TARIFF_OVERLAP({}, 'input.until') }, () =>
        tx.update(Tariff, { id: tariff.id }, { validUntil: tariff.validUntil }),
      );
      await this.outbox.add(tx, events, actor);
      return tariff;
    });
  }
}
