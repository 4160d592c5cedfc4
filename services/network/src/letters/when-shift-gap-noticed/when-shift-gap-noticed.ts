import { Injectable } from '@nestjs/common';
import { ShiftGapNoticed } from '#events';
import { On } from '#messaging';
import type { Tx } from '#persistence';
import { PutDownLetters } from '../put-down-letters.js';

/** The managers of a branch are written to when a shift that is near lacks people, once for each gap. */
@Injectable()
export class WhenShiftGapNoticed {
  constructor(private readonly putDownLetters: PutDownLetters) {}

  @On(ShiftGapNoticed)
  async noticed({ branch, occurredAt, data }: ShiftGapNoticed, tx: Tx): Promise<void> {
    await this.putDownLetters.execute(tx, { kind: 'SHIFT_GAP', branch, occurredAt, aboutId: data.gapId, facts: data });
  }
}
