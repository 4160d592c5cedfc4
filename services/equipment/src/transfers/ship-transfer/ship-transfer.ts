import { Injectable } from '@nestjs/common';
import { type Actor, requireBranch } from '#access';
import { NOT_FOUND } from '#errors';
import type { Fact } from '#events';
import { lockAggregates, Outbox } from '#messaging';
import { Clock, Database, Ids, refusing, type Tx } from '#persistence';
import { Device } from '../../devices/device.entity.js';
import { DEVICE_UNDER_WAY, TAG_MALFORMED } from '../../devices/device.refusals.js';
import { SHIPPABLE, ship } from '../../devices/device-acts.js';
import { DEVICES, keepDevice } from '../../devices/keep-device.js';
import { readTag } from '../../devices/tag.js';
import { type Moment, momentIn } from '../../known/known.js';
import { keepTransfer, transferFor } from '../keep-transfer.js';
import { EquipmentTransfer } from '../transfer.entity.js';
import { DEVICE_NOT_SHIPPABLE, TAGS_NEEDED } from '../transfer.refusals.js';
import { requireAccepted, TransferDevice } from '../transfer-device.entity.js';

/** What is packed, as scanned. */
export interface Shipment {
  id: string;
  tags: string[];
  expectedVersion?: number | null | undefined;
}

@Injectable()
export class ShipTransfer {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  execute(input: Shipment, actor: Actor): Promise<EquipmentTransfer> {
    return this.db.command(actor, EquipmentTransfer, async (tx) => {
      const transfer = await transferFor(tx, input.id, input.expectedVersion);
      requireBranch(actor, transfer.fromBranch);
      transfer.from('ACCEPTED');
      const moment = await momentIn(tx, transfer.fromBranch, this.clock.now());
      const devices = await packed(tx, tagsOf(input.tags), transfer.fromBranch);
      requireAccepted(transfer.lines, devices);
      const events: Fact[] = [];
      for (const device of devices) events.push(...(await this.send(tx, device, transfer, moment, actor)));
      const announced = transfer.ship(
        devices.map(({ id }) => id),
        moment,
      );
      await keepTransfer(tx, transfer);
      await this.outbox.add(tx, [...announced, ...events], actor);
      return transfer;
    });
  }

  private async send(tx: Tx, device: Device, transfer: EquipmentTransfer, moment: Moment, actor: Actor) {
    const { id: deviceId, tag, type, grade, state: stateBefore } = device;
    const { id: transferId, fromBranch, toBranch } = transfer;
    const line = { id: this.ids.next(), transferId, deviceId, fromBranch, toBranch, tag, type, grade, stateBefore };
    await refusing({ device_under_way_once: () => DEVICE_UNDER_WAY({ tag }, 'input.tags') }, () =>
      tx.insert(TransferDevice, line),
    );
    const { step, events } = ship(device, toBranch, moment);
    await keepDevice(tx, device, step, this.ids, actor, moment.now);
    return events;
  }
}

function tagsOf(scanned: readonly string[]): string[] {
  const tags = scanned.map((text, index) => {
    const tag = readTag(text)?.text;
    if (tag === undefined) throw TAG_MALFORMED({}, `input.tags[${index}]`);
    return tag;
  });
  if (tags.length === 0 || new Set(tags).size < tags.length) throw TAGS_NEEDED({}, 'input.tags');
  return tags.sort();
}

/** The branch's devices with these tags, locked: a sale, a loan or another transfer of one of them waits, or is seen. */
async function packed(tx: Tx, tags: readonly string[], branch: string): Promise<Device[]> {
  const load = () =>
    tx
      .createQueryBuilder(Device, 'd')
      .where('d.tag = ANY (:tags) AND d.branch = :branch AND NOT d.voided', { tags, branch })
      .orderBy('d.tag')
      .getMany();
  const seen = await load();
  await lockAggregates(
    tx,
    DEVICES,
    seen.map(({ id }) => id),
  );
  const found = new Map((await load()).map((device) => [device.tag, device]));
  return tags.map((tag) => {
    const device = found.get(tag);
    if (!device) throw NOT_FOUND({ what: `Matériel ${tag}`, whatEn: `Device ${tag}` }, 'input.tags');
    if (device.boundFor !== null) throw DEVICE_UNDER_WAY({ tag }, 'input.tags');
    if (!SHIPPABLE.includes(device.state)) throw DEVICE_NOT_SHIPPABLE({ tag, state: device.state }, 'input.tags');
    return device;
  });
}
