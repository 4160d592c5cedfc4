import type { Actor } from '#access';
import type { Fact } from '#events';
import { type Ids, refusing, type Tx } from '#persistence';
import { claimTag } from '../devices/claim-tag.js';
import { Device } from '../devices/device.entity.js';
import { GRADE_NOT_ALLOWED, IMEI_TAKEN, TAG_MALFORMED } from '../devices/device.refusals.js';
import { grade, type NamedRule, type Outcome, recordErasure } from '../devices/device-acts.js';
import { GRADABLE } from '../devices/device-life.js';
import { checkedSpecs, within } from '../devices/device-specs.js';
import { addStep, deviceFor, keepDevice } from '../devices/keep-device.js';
import { receive } from '../devices/receive.js';
import { readTag } from '../devices/tag.js';
import { ruleInForce } from '../grade-rules/rule-in-force.js';
import type { Moment } from '../known/known.js';
import { AUDIT_ROW_NAMELESS, AUDIT_SERIAL_TWICE } from './audit.refusals.js';
import { type AuditRow, type RawRow, readAuditRow } from './audit-row.js';
import type { AuditOutcome } from './audit-run.entity.js';

/** Where and when a file is taken, and the devices of the branch that it may speak of. */
export interface Bench {
  readonly branch: string;
  readonly actor: Actor;
  readonly moment: Moment;
  readonly ids: Ids;
  readonly devices: Device[];
  /** The grade rule of the day. */
  readonly rule: NamedRule;
}

/** Finds in one go all devices that the rows of a file name. */
export async function benchFor(
  tx: Tx,
  rows: readonly RawRow[],
  about: Omit<Bench, 'devices' | 'rule'>,
): Promise<Bench> {
  const tags = rows.flatMap(({ tag }) => (tag ? [readTag(tag)?.text ?? ''] : []));
  const serials = rows.flatMap(({ serial }) => (serial ? [serial.trim()] : []));
  const devices = await tx
    .createQueryBuilder(Device, 'd')
    .where('d.branch = :branch AND NOT d.voided', { branch: about.branch })
    .andWhere('(d.tag = ANY (:tags) OR d.serial = ANY (:serials))', { tags, serials })
    .getMany();
  return { ...about, devices, rule: await ruleInForce(tx, about.moment.day) };
}

/** Does what a row says. Refuses what receiving, grading and erasing refuse, and a row that says not which device it means. */
export async function takeRow(
  tx: Tx,
  bench: Bench,
  raw: RawRow,
): Promise<{ device: Device; outcome: AuditOutcome; events: Fact[] }> {
  const row = readAuditRow(raw);
  const known = knownTo(bench, row);
  if (known && saysNothingNew(known, row)) return { device: known, outcome: 'UNCHANGED', events: [] };
  const events: Fact[] = [];
  const device = known ? await deviceFor(tx, known.id) : await comeIn(tx, bench, row, events);
  if (known && !GRADABLE.includes(device.state)) throw GRADE_NOT_ALLOWED({ state: device.state });
  for (const outcome of actsOn(device, row, bench)) {
    await keepDevice(tx, device, outcome.step, bench.ids, bench.actor, bench.moment.now);
    events.push(...outcome.events);
  }
  if (known) Object.assign(known, device);
  else bench.devices.push(device);
  return { device, outcome: known ? 'UPDATED' : 'CREATED', events };
}

function knownTo({ devices }: Bench, { tag, specs }: AuditRow): Device | undefined {
  if (tag !== null) {
    const read = readTag(tag)?.text;
    if (read === undefined) throw TAG_MALFORMED({}, 'input.tag');
    return devices.find((device) => device.tag === read);
  }
  if (specs.serial == null) throw AUDIT_ROW_NAMELESS({});
  const alike = devices.filter(({ serial }) => serial === specs.serial);
  if (alike.length > 1) throw AUDIT_SERIAL_TWICE({}, 'input.specs.serial');
  return alike[0];
}

function saysNothingNew(device: Device, { specs, technicalNote, lookNote, erasure }: AuditRow): boolean {
  return (
    Object.entries(checkedSpecs(specs)).every(([name, value]) => device[name as keyof Device] === value) &&
    (technicalNote ?? device.technicalNote) === device.technicalNote &&
    (lookNote ?? device.lookNote) === device.lookNote &&
    (erasure === null || (device.dataErasure === erasure.method && device.dataErasureProof === erasure.proof)) &&
    (device.grade !== null || !isMeasured(device))
  );
}

async function comeIn(tx: Tx, { branch, actor, moment, ids }: Bench, row: AuditRow, events: Fact[]): Promise<Device> {
  const id = ids.next();
  const specs = checkedSpecs(row.specs);
  const tag = await claimTag(tx, row, { id, branch }, moment.day);
  const received = receive({ id, branch, tag: tag.text, type: tag.type, specs }, moment);
  await refusing({ device_imei_once: () => IMEI_TAKEN({}, 'input.specs.imei') }, () =>
    tx.insert(Device, received.device),
  );
  await addStep(tx, received.device, received.step, ids, actor, moment.now);
  events.push(...received.events);
  return received.device;
}

/** Measures first, the grade that follows from them, then the erasure; each changes the device as it is yielded. */
function* actsOn(device: Device, row: AuditRow, { actor, moment, rule }: Bench): Generator<Outcome> {
  const specs = checkedSpecs(row.specs);
  const told = Object.entries(specs).filter(([name, value]) => device[name as keyof Device] !== value);
  Object.assign(device, specs);
  const notes = {
    technicalNote: within(row.technicalNote, -2, 2, 'input.technicalNote') ?? device.technicalNote,
    lookNote: within(row.lookNote, -2, 2, 'input.lookNote') ?? device.lookNote,
  };
  const noted = notes.technicalNote !== device.technicalNote || notes.lookNote !== device.lookNote;
  // A grade that somebody gave by hand, with a reason, is theirs to change.
  const byRule = isMeasured(device) && device.gradeRule !== 'BY_HAND';
  if (byRule && (told.length > 0 || noted || device.grade === null)) yield grade(device, notes, null, rule, moment);
  else if (told.length > 0 || noted) {
    Object.assign(device, notes);
    const names = told.map(([name, value]) => `${name}: ${value}`).join(', ');
    yield { step: { what: 'AUDITED', before: null, after: names || null, reason: null }, events: [] };
  }
  const { erasure } = row;
  if (erasure && (device.dataErasure !== erasure.method || device.dataErasureProof !== erasure.proof))
    yield recordErasure(device, { ...erasure, by: actor.subject }, moment);
}

/** The rule can be applied: a computer with all that it looks at. */
function isMeasured({ type, ramGb, storageGb, storageKind, cpuMark }: Device): boolean {
  return type === 'COMPUTER' && ramGb !== null && storageGb !== null && storageKind !== null && cpuMark !== null;
}
