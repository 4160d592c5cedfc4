import { Injectable } from '@nestjs/common';
import { type Actor, branchOf } from '#access';
import { NOT_FOUND } from '#errors';
import { lockAggregate, Outbox } from '#messaging';
import { Clock, Database, Ids, refusing, type Tx } from '#persistence';
import { Device } from '../../devices/device.entity.js';
import { TAG_MALFORMED } from '../../devices/device.refusals.js';
import { addStep, DEVICES } from '../../devices/keep-device.js';
import { readTag } from '../../devices/tag.js';
import { momentIn } from '../../known/known.js';
import { ALREADY_REMOVED, NOT_WASTE, SLIP_TAKEN, WASTE_TAGS } from '../waste.refusals.js';
import { type RemovalDescription, WasteRemoval } from '../waste-removal.entity.js';

/** What a collector took away. */
export interface Removal extends RemovalDescription {
  branch?: string | null | undefined;
  tags: string[];
}

const MOST_TAGS = 200;

@Injectable()
export class RemoveWaste {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  execute(input: Removal, actor: Actor): Promise<WasteRemoval> {
    return this.db.command(actor, WasteRemoval, async (tx) => {
      const branch = branchOf(actor, input.branch);
      const moment = await momentIn(tx, branch, this.clock.now());
      const devices = await lockWaste(tx, input.tags, branch);
      const { removal, events } = WasteRemoval.note(
        { id: this.ids.next(), branch, removedBy: actor.subject, devices: devices.length },
        input,
        moment,
      );
      await refusing({ waste_slip_once: () => SLIP_TAKEN({ slip: removal.slip }, 'input.slip') }, () =>
        tx.insert(WasteRemoval, removal),
      );
      for (const device of devices) {
        await tx.update(Device, { id: device.id }, { wasteId: removal.id });
        const step = { what: 'REMOVED_AS_WASTE' as const, before: null, after: null, reason: removal.slip };
        await addStep(tx, device, step, this.ids, actor, moment.now);
      }
      await this.outbox.add(tx, events, actor);
      return removal;
    });
  }
}

/** The devices of these tags, locked in their order. Refuses what is no waste, is gone already, or is named twice. */
async function lockWaste(tx: Tx, scanned: readonly string[], branch: string): Promise<Device[]> {
  const asked = scanned.map((text, index) => {
    const tag = readTag(text)?.text;
    if (tag === undefined) throw TAG_MALFORMED({}, `input.tags[${index}]`);
    return { tag, field: `input.tags[${index}]` };
  });
  if (asked.length > MOST_TAGS || new Set(asked.map(({ tag }) => tag)).size < asked.length)
    throw WASTE_TAGS({ max: MOST_TAGS }, 'input.tags');
  const devices: Device[] = [];
  for (const { tag, field } of asked.toSorted((a, b) => (a.tag < b.tag ? -1 : 1))) {
    const where = { tag, branch, voided: false };
    const found = await tx.findOneBy(Device, where);
    if (found) await lockAggregate(tx, DEVICES, found.id);
    const device = found ? await tx.findOneBy(Device, where) : null;
    if (!device) throw NOT_FOUND({ what: `Matériel ${tag}`, whatEn: `Device ${tag}` }, field);
    if (device.wasteId !== null) throw ALREADY_REMOVED({ tag }, field);
    if (device.state !== 'NOT_REUSABLE') throw NOT_WASTE({ tag, state: device.state }, field);
    devices.push(device);
  }
  return devices;
}
