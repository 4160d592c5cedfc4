import { Injectable } from '@nestjs/common';
import { type Actor } from '#access';
import { Outbox } from '#messaging';
import { Clock, Database, refusing } from '#persistence';
import { waitUntilNamedAreKnown } from '../../known/known.js';
import { Shift } from '../shift.entity.js';
import { HELPER_TAKEN } from '../shift.refusals.js';
import { shiftFor } from '../shift-for.js';

interface Move {
  shiftId: string;
  startsAt: Date;
  endsAt: Date;
  placeId?: string | null | undefined;
}

/** Moves a shift with everybody who said that they would come; the constraint says whether one of them is elsewhere then. */
@Injectable()
export class MoveShift {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async execute({ shiftId, startsAt, endsAt, placeId = null }: Move, actor: Actor): Promise<Shift> {
    await this.db.require(actor);
    await waitUntilNamedAreKnown(this.db, { placeId });
    return this.db.command(actor, Shift, async (tx) => {
      const shift = await shiftFor(tx, shiftId);
      const events = shift.move({ startsAt, endsAt, placeId: placeId ?? shift.placeId }, this.clock.now());
      const { occurredOn } = shift;
      await tx.update(Shift, { id: shift.id }, { startsAt, endsAt, occurredOn, placeId: shift.placeId });
      await refusing({ duty_one_at_a_time: () => HELPER_TAKEN({}, 'input.startsAt') }, () =>
        tx.query('UPDATE duty SET starts_at = $2, ends_at = $3, version = version + 1 WHERE shift_id = $1', [
          shift.id,
          startsAt,
          endsAt,
        ]),
      );
      await this.outbox.add(tx, events, actor);
      return shift;
    });
  }
}
