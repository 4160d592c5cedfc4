import { Injectable } from '@nestjs/common';
import { type Actor, branchOf } from '#access';
import type { EquipmentType, Grade } from '#events';
import { Outbox } from '#messaging';
import { Clock, Database, Ids, type Tx } from '#persistence';
import { TAG_MALFORMED } from '../../devices/device.refusals.js';
import { readTag } from '../../devices/tag.js';
import { momentIn, zoneOf } from '../../known/known.js';
import { EquipmentTransfer, type TransferLine } from '../transfer.entity.js';
import { TRANSFER_LINES } from '../transfer.refusals.js';

/** So many of a type and grade, or one tag. */
export interface Wish {
  type?: EquipmentType | null | undefined;
  grade?: Grade | null | undefined;
  count?: number | null | undefined;
  tag?: string | null | undefined;
}

/** What a branch asks another for. */
export interface TransferWish {
  branch?: string | null | undefined;
  from: string;
  lines: Wish[];
}

@Injectable()
export class RequestTransfer {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  execute(input: TransferWish, actor: Actor): Promise<EquipmentTransfer> {
    return this.db.command(actor, EquipmentTransfer, async (tx) => {
      const toBranch = branchOf(actor, input.branch);
      await requireBranchKnown(tx, input.from);
      const moment = await momentIn(tx, toBranch, this.clock.now());
      const lines = input.lines.map((wish, index) => lineOf(wish, `input.lines[${index}]`));
      const asked = { id: this.ids.next(), fromBranch: input.from, toBranch, lines };
      const { transfer, events } = EquipmentTransfer.request(asked, moment);
      await tx.insert(EquipmentTransfer, transfer);
      await this.outbox.add(tx, events, actor);
      return transfer;
    });
  }
}

async function requireBranchKnown(tx: Tx, branch: string): Promise<void> {
  await zoneOf(tx, branch);
}

function lineOf(wish: Wish, field: string): Omit<TransferLine, 'accepted'> {
  if (wish.tag != null) {
    const tag = readTag(wish.tag);
    if (!tag) throw TAG_MALFORMED({}, `${field}.tag`);
    return { type: tag.type, grade: null, tag: tag.text, asked: 1 };
  }
  if (wish.type == null || wish.grade == null || wish.count == null) throw TRANSFER_LINES({}, field);
  return { type: wish.type, grade: wish.grade, tag: null, asked: wish.count };
}
