import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import type { Grade } from '#events';
import { Outbox } from '#messaging';
import { Clock, Database, Ids } from '#persistence';
import { ruleInForce } from '../../grade-rules/rule-in-force.js';
import { momentIn } from '../../known/known.js';
import { Device } from '../device.entity.js';
import { grade } from '../device-acts.js';
import { checkedSpecs, type DeviceSpecsInput, within } from '../device-specs.js';
import { deviceFor, keepDevice } from '../keep-device.js';

/** What the test of a device found. */
export interface Grading {
  id: string;
  specs?: DeviceSpecsInput | null | undefined;
  technicalNote?: number | null | undefined;
  lookNote?: number | null | undefined;
  grade?: Grade | null | undefined;
  reason?: string | null | undefined;
  expectedVersion?: number | null | undefined;
}

@Injectable()
export class GradeDevice {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  execute(input: Grading, actor: Actor): Promise<Device> {
    return this.db.command(actor, Device, async (tx) => {
      const device = await deviceFor(tx, input.id, input.expectedVersion);
      const moment = await momentIn(tx, device.branch, this.clock.now());
      Object.assign(device, checkedSpecs(input.specs));
      const notes = {
        technicalNote: within(input.technicalNote, -2, 2, 'input.technicalNote') ?? device.technicalNote,
        lookNote: within(input.lookNote, -2, 2, 'input.lookNote') ?? device.lookNote,
      };
      const byHand = input.grade == null ? null : { grade: input.grade, reason: input.reason };
      const { step, events } = grade(device, notes, byHand, await ruleInForce(tx, moment.day), moment);
      await keepDevice(tx, device, step, this.ids, actor, moment.now);
      await this.outbox.add(tx, events, actor);
      return device;
    });
  }
}
