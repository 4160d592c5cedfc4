import { requireReason } from '#errors';
import {
  type DataErasureMethod,
  DeviceChanged,
  DeviceDataErased,
  type DeviceFacts,
  DeviceVoided,
  type EquipmentState,
  type EquipmentType,
  type Fact,
  type Grade,
  happened,
} from '#events';
import { NOTHING_TO_CORRECT } from '../corrections/correction.refusals.js';
import type { Moment } from '../known/known.js';
import { NOT_AVAILABLE } from '../reservations/reservation.refusals.js';
import { ERASABLE, ERASURE_LAPSES } from './data-erasure.js';
import type { Device } from './device.entity.js';
import {
  DATA_NOT_ERASED,
  ERASURE_NOT_ALLOWED,
  GRADE_BY_HAND_ONLY,
  GRADE_NEEDS_SPECS,
  GRADE_NOT_ALLOWED,
  NOT_GRADED,
  TRANSITION_NOT_ALLOWED,
} from './device.refusals.js';
import { GRADABLE, nextStatesOf } from './device-life.js';
import type { DeviceSpecs } from './device-specs.js';
import type { DeviceStepKind, StepTaken } from './device-step.entity.js';
import { type GradeThresholds, gradeByRule, type MeasuredComputer } from './grade-rule.js';

/** What an act adds to the device's history, and what it announces. */
export interface Outcome {
  readonly step: StepTaken;
  readonly events: Fact[];
}

/** A rule by its name: named in every device it graded, so that a later rule does not rewrite what this one said. */
export interface NamedRule {
  readonly name: string;
  readonly thresholds: GradeThresholds;
}

/** By the rule, or by hand with a reason. Refuses `GRADE_NOT_ALLOWED`, `GRADE_BY_HAND_ONLY`, `GRADE_NEEDS_SPECS`, `REASON_REQUIRED`. */
export function grade(
  device: Device,
  notes: { technicalNote: number; lookNote: number },
  byHand: { grade: Grade; reason: string | null | undefined } | null,
  rule: NamedRule,
  moment: Moment,
): Outcome {
  if (!GRADABLE.includes(device.state)) throw GRADE_NOT_ALLOWED({ state: device.state });
  const before = device.facts();
  const reason = byHand ? requireReason(byHand.reason ?? '') : null;
  Object.assign(device, notes, { gradedAt: moment.now });
  if (byHand) Object.assign(device, { grade: byHand.grade, gradeRule: 'BY_HAND', gradeLines: [] });
  else {
    const { grade, lines } = gradeByRule(measured(device), rule.thresholds);
    Object.assign(device, { grade, gradeRule: rule.name, gradeLines: lines });
  }
  return changed(device, before, 'GRADE', moment, {
    what: 'GRADED',
    before: before.grade,
    after: device.grade,
    reason,
  });
}

/** On to the next state of its life. Refuses `TRANSITION_NOT_ALLOWED`, `NOT_GRADED`, `DATA_NOT_ERASED`. */
export function move(device: Device, to: EquipmentState, reason: string | null, moment: Moment): Outcome {
  const next = nextStatesOf(device);
  if (!next.includes(to)) throw TRANSITION_NOT_ALLOWED({ state: device.state, next: next.join(',') }, 'input.state');
  if (to === 'READY' && device.grade === null) throw NOT_GRADED({}, 'input.state');
  if (to === 'READY' && device.dataErasure === null) throw DATA_NOT_ERASED({}, 'input.state');
  return enter(device, to, 'STATE', moment, 'MOVED', reason);
}

/** What people had left on it was removed. Refuses `ERASURE_NOT_ALLOWED`. */
export function recordErasure(
  device: Device,
  done: { method: DataErasureMethod; proof: string | null; by: string },
  { now, day }: Moment,
): Outcome {
  if (!ERASABLE.includes(device.state)) throw ERASURE_NOT_ALLOWED({ state: device.state }, 'input.id');
  const { method, proof, by } = done;
  const before = device.dataErasure;
  Object.assign(device, { dataErasure: method, dataErasedAt: now, dataErasedBy: by, dataErasureProof: proof });
  const data = { deviceId: device.id, occurredOn: day, method };
  return {
    step: { what: 'DATA_ERASED', before, after: method, reason: proof },
    events: [happened(DeviceDataErased, { branch: device.branch, at: now, data })],
  };
}

/** Leaves with its buyer; `receipt` goes into the history. */
export function sell(device: Device, receipt: string, moment: Moment): Outcome {
  return enter(device, 'DISTRIBUTED', 'SALE', moment, 'SOLD', receipt);
}

/** The sale was taken back: it can be sold again, once its data is removed if somebody had it meanwhile. */
export function takeBack(device: Device, receipt: string, moment: Moment): Outcome {
  const to = device.dataErasure === null ? 'IN_REFURBISHMENT' : 'READY';
  return enter(device, to, 'SALE_VOID', moment, 'SALE_VOIDED', receipt);
}

/** Its buyer gave it back for good. Their data is on it: it is refurbished before anybody else has it. */
export function giveBack(device: Device, receipt: string, moment: Moment): Outcome {
  forgetErasure(device);
  return enter(device, 'IN_REFURBISHMENT', 'SALE_VOID', moment, 'GIVEN_BACK', receipt);
}

/** Its buyer brings it in with a fault, or takes it home again; `note` goes into the history. */
export function service(
  device: Device,
  to: 'AFTER_SALES' | 'DISTRIBUTED',
  note: string | null,
  moment: Moment,
): Outcome {
  return enter(device, to, 'STATE', moment, 'MOVED', note);
}

/** Kept for somebody. Refuses `NOT_AVAILABLE`. */
export function reserve(device: Device, moment: Moment): Outcome {
  requireAvailable(device);
  return enter(device, 'RESERVED', 'STATE', moment, 'RESERVED', null);
}

/** Kept for nobody any more; `why` goes into the history. */
export function release(device: Device, why: string, moment: Moment): Outcome {
  return enter(device, 'READY', 'STATE', moment, 'RELEASED', why);
}

/** Lent. Refuses `NOT_AVAILABLE`. */
export function lend(device: Device, moment: Moment): Outcome {
  requireAvailable(device);
  return enter(device, 'LOANED', 'STATE', moment, 'LENT', null);
}

/** Brought back. Good as it was or not, the data of whoever had it is on it: it is refurbished first. */
export function bringBack(device: Device, note: string | null, moment: Moment): Outcome {
  return enter(device, 'IN_REFURBISHMENT', 'STATE', moment, 'BROUGHT_BACK', note);
}

function requireAvailable(device: Device): void {
  if (device.state !== 'READY') throw NOT_AVAILABLE({ tag: device.tag }, 'input.deviceId');
}

/** States in which a device may be sent to another branch. */
export const SHIPPABLE: readonly EquipmentState[] = ['RECEIVED', 'IN_REFURBISHMENT', 'READY'];

/** Leaves for another branch: until it is scanned there, nobody can do anything with it. */
export function ship(device: Device, to: string, moment: Moment): Outcome {
  device.boundFor = to;
  return enter(device, 'IN_TRANSIT', 'STATE', moment, 'SHIPPED', to);
}

/** The journey ends, wherever the device now is: as what it was before, or as lost. */
export function arrive(device: Device, as: EquipmentState, from: string, moment: Moment): Outcome {
  device.boundFor = null;
  return enter(device, as, 'STATE', moment, 'ARRIVED', from);
}

/** A mistake in its record is mended, whatever its state. Refuses `NOTHING_TO_CORRECT`. */
export function correct(
  device: Device,
  mended: Partial<DeviceSpecs> & { type?: EquipmentType; grade?: Grade },
  reason: string,
  moment: Moment,
): Outcome {
  const names = Object.keys(mended) as (keyof typeof mended)[];
  const differing = names.filter((name) => mended[name] !== device[name]);
  if (differing.length === 0) throw NOTHING_TO_CORRECT({});
  const before = device.facts();
  const said = (from: Partial<Device>) => differing.map((name) => `${name}: ${from[name] ?? '—'}`).join(', ');
  const step = { what: 'CORRECTED' as const, before: said(device), after: said(mended), reason };
  Object.assign(device, mended);
  if (mended.grade !== undefined && mended.grade !== before.grade)
    Object.assign(device, { gradeRule: 'BY_HAND', gradeLines: [] });
  return changed(device, before, 'CORRECTION', moment, step);
}

/** It was received by mistake and leaves the books. */
export function takeOut(device: Device, reason: string, { now, day }: Moment): Outcome {
  const before = device.facts();
  device.voided = true;
  const data = { deviceId: device.id, occurredOn: day, ...receiptOf(device), before };
  return {
    step: { what: 'VOIDED', before: before.state, after: null, reason },
    events: [happened(DeviceVoided, { branch: device.branch, at: now, data })],
  };
}

function enter(
  device: Device,
  to: EquipmentState,
  cause: 'STATE' | 'SALE' | 'SALE_VOID',
  moment: Moment,
  what: DeviceStepKind,
  reason: string | null,
): Outcome {
  const before = device.facts();
  Object.assign(device, { state: to, stateSince: moment.now });
  if (ERASURE_LAPSES.includes(to)) forgetErasure(device);
  return changed(device, before, cause, moment, { what, before: before.state, after: to, reason });
}

function forgetErasure(device: Device): void {
  Object.assign(device, { dataErasure: null, dataErasedAt: null, dataErasedBy: null, dataErasureProof: null });
}

function changed(
  device: Device,
  before: DeviceFacts,
  cause: 'GRADE' | 'STATE' | 'SALE' | 'SALE_VOID' | 'CORRECTION',
  { now, day }: Moment,
  step: StepTaken,
): Outcome {
  const { id, branch } = device;
  const data = { deviceId: id, occurredOn: day, cause, ...receiptOf(device), before, after: device.facts() };
  return { step, events: [happened(DeviceChanged, { branch, at: now, data })] };
}

/** Where and when its receipt counts; the branch is said only where it is another one. */
function receiptOf({ receivedOn, receivedIn, branch }: Device): { receivedOn: string; receivedIn?: string } {
  return receivedIn === branch ? { receivedOn } : { receivedOn, receivedIn };
}

function measured(device: Device): MeasuredComputer {
  if (device.type !== 'COMPUTER') throw GRADE_BY_HAND_ONLY({}, 'input.grade');
  const { ramGb, storageGb, storageKind, cpuMark, os, technicalNote, lookNote } = device;
  if (ramGb === null || storageGb === null || storageKind === null || cpuMark === null) {
    const missing = Object.entries({ ramGb, storageGb, storageKind, cpuMark })
      .filter(([, value]) => value === null)
      .map(([name]) => name);
    throw GRADE_NEEDS_SPECS({ missing: missing.join(', ') }, `input.specs.${missing[0]}`);
  }
  return { ramGb, storageGb, storageKind, cpuMark, os, technicalNote, lookNote };
}
