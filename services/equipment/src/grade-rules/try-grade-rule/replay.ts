import type { Actor } from '#access';
import type { EquipmentState, EquipmentType, Grade } from '#events';
import { type Database, within } from '#persistence';
import { type GradeStep, type GradeThresholds, gradeByRule, type MeasuredComputer } from '../../devices/grade-rule.js';

/** A device that a rule graded, as its last audit left it. */
interface AuditedDevice extends MeasuredComputer {
  readonly id: string;
  readonly branch: string;
  readonly tag: string;
  readonly type: EquipmentType;
  readonly state: EquipmentState;
  readonly grade: Grade;
  readonly gradeRule: string;
}

/** What another rule says of it. */
export interface ReplayedDevice {
  readonly device: AuditedDevice;
  readonly after: Grade;
  readonly points: number;
  readonly lines: GradeStep[];
}

/** What a rule can be applied to: computers with all their measures whose grade nobody gave by hand. */
export const REPLAYED = `type = 'COMPUTER' AND grade IS NOT NULL AND grade_rule IS NOT NULL AND grade_rule <> 'BY_HAND'
  AND num_nulls(ram_gb, storage_gb, storage_kind, cpu_mark) = 0`;
const BATCH = 1_000;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/**
 * The last audit of every device, replayed by a rule, after the device `after` and in the order of ids. A batch is a transaction of
 * its own: however many devices there are, neither a connection nor the process is held.
 */
export async function* replay(
  db: Database,
  actor: Actor,
  rule: GradeThresholds,
  after = BEFORE_ALL,
): AsyncGenerator<ReplayedDevice[]> {
  for (let last: string | undefined = after; last !== undefined; ) {
    const devices = await batchAfter(db, actor, last);
    if (devices.length > 0)
      yield devices.map((device) => {
        const { grade, points, lines } = gradeByRule(device, rule);
        return { device, after: grade, points, lines };
      });
    last = devices.length < BATCH ? undefined : devices.at(-1)?.id;
  }
}

function batchAfter(db: Database, actor: Actor, last: string): Promise<AuditedDevice[]> {
  return db.read(actor, (tx) => {
    const values: unknown[] = [last];
    return tx.query(
      `SELECT id, branch, tag, type, state, grade, grade_rule AS "gradeRule", ram_gb AS "ramGb", storage_gb AS "storageGb",
              storage_kind AS "storageKind", cpu_mark AS "cpuMark", os, technical_note AS "technicalNote", look_note AS "lookNote"
       FROM device WHERE id > $1 AND NOT voided AND ${REPLAYED} AND ${within(tx, values)} ORDER BY id LIMIT ${BATCH}`,
      values,
    );
  });
}
