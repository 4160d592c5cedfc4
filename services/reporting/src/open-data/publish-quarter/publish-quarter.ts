import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { Outbox } from '#messaging';
import { Clock, Database, Ids, refusing, type Tx } from '#persistence';
import { readerOf } from '../../figures/view.js';
import { Freshness } from '../../freshness/freshness.js';
import { narrowedDown } from '../attack.js';
import { branchSeats } from '../branch-seats.js';
import { countedIn } from '../counted-in.js';
import { CUBES } from '../cubes.js';
import { QUARTER_NOT_FINAL, QUARTER_PUBLISHED_ALREADY } from '../open-data.refusals.js';
import { hiddenCells, shown } from '../protect.js';
import { QuarterPublication } from '../quarter-publication.entity.js';
import { tableOf } from '../table.js';
import { territoriesOf } from '../territories.js';

/** Freezes what the world may know of a quarter: rounded, small numbers hidden, and attacked before it is let out. */
@Injectable()
export class PublishQuarter {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly freshness: Freshness,
  ) {}

  async execute({ quarter }: { quarter: string }, actor: Actor): Promise<QuarterPublication> {
    const stated = { id: this.ids.next(), quarter, by: actor.subject };
    const { publication, events } = QuarterPublication.publish(stated, this.clock.now());
    const finalUpTo = await this.freshness.finalUpTo();
    const setAside = await this.freshness.setAside(finalUpTo);
    if (finalUpTo === null || setAside > 0) throw QUARTER_NOT_FINAL({ setAside });
    return this.db.command(readerOf(actor), QuarterPublication, async (tx) => {
      await refusing({ quarter_published_once: () => QUARTER_PUBLISHED_ALREADY({}, 'input.quarter') }, () =>
        tx.insert(QuarterPublication, publication),
      );
      await freeze(tx, publication);
      await this.outbox.add(tx, events, actor);
      return publication;
    });
  }
}

async function freeze(tx: Tx, publication: QuarterPublication): Promise<void> {
  const root = territoriesOf(await branchSeats(tx));
  for (const cube of CUBES) {
    const table = tableOf(await countedIn(tx, publication, cube), root, cube.parts);
    const hidden = await hiddenCells(table, narrowedDown);
    const cells = [...table.cells.values()];
    await tx.query(
      `INSERT INTO published_figure
       SELECT $1, $2, * FROM unnest($3::text[], $4::text[], $5::text[], $6::int[])`,
      [
        publication.quarter,
        cube.indicator,
        cells.map(({ territory }) => territory),
        cells.map(({ dimension }) => dimension),
        cells.map(({ member }) => member),
        cells.map((cell) => shown(cell, hidden)),
      ],
    );
  }
}
