import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { type EquipmentType, Grade } from '#events';
import { Clock, Database, decodeCursor, type Page, pageOf, pageSize, within } from '#persistence';
import { localDay } from '#runtime';
import type { GradeStep, GradeThresholds } from '../../devices/grade-rule.js';
import { priceOf, tariffsInForce } from '../../tariffs/price.js';
import type { Tariff } from '../../tariffs/tariff.entity.js';
import { NETWORK_ZONE } from '../network-zone.js';
import { checkedThresholds } from '../thresholds.js';
import type { GradeChange, GradedOtherwise, GradeMove, GradeTrial } from './grade-trial.js';
import { REPLAYED, type ReplayedDevice, replay } from './replay.js';

/** Tries a rule on all devices that a rule ever graded; nothing is written. */
@Injectable()
export class TryGradeRule {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Refuses `GRADE_LIMITS`, `GRADE_THRESHOLD_RANGE`, `GRADE_POINTS_ORDER`. */
  async counts(input: GradeThresholds, actor: Actor): Promise<GradeTrial> {
    await this.db.require(actor);
    const rule = checkedThresholds(input, 'input');
    const { tariffs, aside } = await this.beside(actor);
    const moves = new Map<string, Counted>();
    for await (const batch of replay(this.db, actor, rule))
      for (const { device, after } of batch) {
        const key = `${device.type} ${device.grade} ${after}`;
        const move = moves.get(key) ?? { type: device.type, before: device.grade, after, count: 0, ready: 0 };
        moves.set(key, move);
        move.count += 1;
        if (device.state === 'READY') move.ready += 1;
      }
    return { aside, ...summed([...moves.values()], tariffs) };
  }

  /** Devices whose grade would change, in the order of their ids. Refuses what `counts` does. */
  async changes(
    input: GradeThresholds,
    { first, after }: { first: number; after: string | null },
    actor: Actor,
  ): Promise<Page<GradeChange>> {
    await this.db.require(actor);
    const size = pageSize(first);
    const cursor = decodeCursor(after, 'uuid');
    const found: ReplayedDevice[] = [];
    for await (const batch of replay(this.db, actor, checkedThresholds(input, 'input'), cursor?.[0])) {
      found.push(...batch.filter(({ device, after: grade }) => device.grade !== grade));
      if (found.length > size) break;
    }
    const page = pageOf(found, size, ({ device }) => [device.id]);
    const lines = await this.linesOf(page.items, actor);
    const items = page.items.map(({ device: { id, tag, branch, state, grade, gradeRule }, ...by }) => ({
      ...{ id, tag, branch, state, gradeRule, before: grade, after: by.after, points: by.points },
      linesBefore: lines.get(id) ?? [],
      linesAfter: by.lines,
    }));
    return { items, endCursor: page.endCursor };
  }

  /** The tariffs of today, and what no rule graded. */
  private beside(actor: Actor): Promise<{ tariffs: Tariff[]; aside: GradedOtherwise[] }> {
    return this.db.read(actor, async (tx) => {
      const values: unknown[] = [];
      const aside: GradedOtherwise[] = await tx.query(
        `SELECT type, count(*)::int AS count FROM device
         WHERE NOT voided AND grade IS NOT NULL AND (${REPLAYED}) IS NOT TRUE AND ${within(tx, values)} GROUP BY type ORDER BY type`,
        values,
      );
      return { aside, tariffs: await tariffsInForce(tx, localDay(this.clock.now(), NETWORK_ZONE)) };
    });
  }

  private linesOf(devices: readonly ReplayedDevice[], actor: Actor): Promise<Map<string, GradeStep[]>> {
    return this.db.read(actor, async (tx) => {
      const values: unknown[] = [devices.map(({ device }) => device.id)];
      const rows: { id: string; lines: GradeStep[] }[] = await tx.query(
        `SELECT id, grade_lines AS lines FROM device WHERE id = ANY ($1) AND ${within(tx, values)}`,
        values,
      );
      return new Map(rows.map(({ id, lines }) => [id, lines]));
    });
  }
}

type Counted = GradeMove & { ready: number };
const GRADES = Grade.options;

/** The counts in order, and what they make of stock and prices. */
function summed(moves: readonly Counted[], tariffs: readonly Tariff[]): Omit<GradeTrial, 'aside'> {
  const total = (counted: readonly Counted[], of: 'count' | 'ready') =>
    counted.reduce((sum, move) => sum + move[of], 0);
  const inOrder = moves.toSorted(
    (one, other) =>
      one.type.localeCompare(other.type) ||
      GRADES.indexOf(one.before) - GRADES.indexOf(other.before) ||
      GRADES.indexOf(one.after) - GRADES.indexOf(other.after),
  );
  const types: readonly EquipmentType[] = [...new Set(inOrder.map(({ type }) => type))];
  const stock = types
    .flatMap((type) =>
      GRADES.map((grade) => {
        const ofType = inOrder.filter((move) => move.type === type);
        const readyBefore = total(
          ofType.filter(({ before }) => before === grade),
          'ready',
        );
        const readyAfter = total(
          ofType.filter(({ after }) => after === grade),
          'ready',
        );
        return { type, grade, readyBefore, readyAfter, unitCents: priceOf(tariffs, type, grade)?.cents ?? null };
      }),
    )
    .filter(({ readyBefore, readyAfter }) => readyBefore + readyAfter > 0);
  const changed = inOrder.filter(({ before, after }) => before !== after);
  return {
    tried: total(inOrder, 'count'),
    changed: total(changed, 'count'),
    moves: inOrder,
    stock,
    centsBefore: stock.reduce((sum, { readyBefore, unitCents }) => sum + readyBefore * (unitCents ?? 0), 0),
    centsAfter: stock.reduce((sum, { readyAfter, unitCents }) => sum + readyAfter * (unitCents ?? 0), 0),
    unpriced: stock.reduce((sum, { readyAfter, unitCents }) => sum + (unitCents === null ? readyAfter : 0), 0),
  };
}
