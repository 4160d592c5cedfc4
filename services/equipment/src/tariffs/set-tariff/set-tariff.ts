import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { type Fact } from '#events';
import { lockAggregate, Outbox } from '#messaging';
import { Clock, Database, Ids, refusing, type Tx } from '#persistence';
import { Tariff, type TariffTerms } from '../tariff.entity.js';
import { TARIFF_OVERLAP } from '../tariff.refusals.js';

@Injectable()
export class SetTariff {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  execute(input: TariffTerms & { endPrevious?: boolean | null | undefined }, actor: Actor): Promise<Tariff> {
    return this.db.command(actor, Tariff, async (tx) => {
      const now = this.clock.now();
      const { tariff, events } = Tariff.set(this.ids.next(), input, now);
      const ended = input.endPrevious ? await endPrevious(tx, tariff, now) : [];
      await refusing({ tariff_no_overlap: () => TARIFF_OVERLAP({}, 'input.from') }, () => tx.insert(Tariff, tariff));
      await this.outbox.add(tx, [...ended, ...events], actor);
      return tariff;
    });
  }
}

/** Ends the tariff that would still hold on the new one's first day. */
async function endPrevious(tx: Tx, next: Tariff, now: Date): Promise<Fact[]> {
  const holding = await tx
    .createQueryBuilder(Tariff, 't')
    .where('t.type = :type AND t.grade = :grade AND t.valid_from < :from', {
      type: next.type,
      grade: next.grade,
      from: next.validFrom,
    })
    .andWhere('(t.valid_until IS NULL OR t.valid_until > :from)')
    .getOne();
  if (!holding) return [];
  await lockAggregate(tx, 'equipment.tariffs', holding.id);
  const events = holding.end(next.validFrom, now);
  await tx.update(Tariff, { id: holding.id }, { validUntil: holding.validUntil });
  return events;
}
