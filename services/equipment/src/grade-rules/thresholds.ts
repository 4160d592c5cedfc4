import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { GradeThresholds } from '../devices/grade-rule.js';
import { GRADE_LIMITS, GRADE_POINTS_ORDER, GRADE_THRESHOLD_RANGE } from './grade-rule.refusals.js';

/** Shown and given alike. */
@ObjectType({ isAbstract: true })
@InputType({ isAbstract: true })
class Thresholds implements GradeThresholds {
  @Field(() => [Int], { description: 'Memory in gigabytes: four limits, a point for each that is met.' })
  ramGb: number[];

  @Field(() => [Int], { description: 'Storage of an SSD in gigabytes: four limits, a point for each that is met.' })
  ssdGb: number[];

  @Field(() => [Int], { description: 'Storage of a hard disk in gigabytes: two limits, a point for each that is met.' })
  hddGb: number[];

  @Field(() => [Int], { description: 'Processor mark: four limits, a point for each that is met.' })
  cpuMark: number[];

  @Field(() => Int, { description: 'Share of a limit from which it is met, 50–100 per cent.' })
  tolerancePercent: number;

  @Field(() => Int, { description: 'Points that an NVMe disk adds, 0–4.' })
  nvmePoints: number;

  @Field(() => Int, { description: 'Processor mark below which a processor is slow.' })
  slowCpuMark: number;

  @Field(() => Int, { description: 'Most points with a hard disk, 0–20.' })
  capHdd: number;

  @Field(() => Int, { description: 'Most points under Windows 10, 0–20.' })
  capWindows10: number;

  @Field(() => Int, { description: 'Most points with an SSD and a slow processor, 0–20.' })
  capSsdSlowCpu: number;

  @Field(() => Int, { description: 'Most points with a hard disk and a slow processor, 0–20.' })
  capHddSlowCpu: number;

  @Field(() => Int, { description: 'Points from which the grade is C; fewer are D.' })
  pointsForC: number;

  @Field(() => Int, { description: 'Points from which the grade is B.' })
  pointsForB: number;

  @Field(() => Int, { description: 'Points from which the grade is A.' })
  pointsForA: number;

  @Field(() => Int, { description: 'Points from which the grade is PREMIUM, at most 20.' })
  pointsForPremium: number;
}

@ObjectType('GradeThresholds', {
  description:
    'What a grade rule looks at: limits that give a point each, caps, and the points that make a grade. The technical note and the look note count as they are.',
})
export class ThresholdsOfRule extends Thresholds {}

@InputType({
  description:
    'A grade rule that somebody has in mind. Refuses GRADE_LIMITS, GRADE_THRESHOLD_RANGE, GRADE_POINTS_ORDER at the field at fault.',
})
export class GradeThresholdsInput extends Thresholds {}

const LIMITS = [
  ['ramGb', 4, 1_024],
  ['ssdGb', 4, 100_000],
  ['hddGb', 2, 100_000],
  ['cpuMark', 4, 200_000],
] as const;
const RANGES = [
  ['tolerancePercent', 50, 100],
  ['nvmePoints', 0, 4],
  ['slowCpuMark', 1, 200_000],
  ['capHdd', 0, 20],
  ['capWindows10', 0, 20],
  ['capSsdSlowCpu', 0, 20],
  ['capHddSlowCpu', 0, 20],
  ['pointsForC', 1, 20],
  ['pointsForB', 1, 20],
  ['pointsForA', 1, 20],
  ['pointsForPremium', 1, 20],
] as const;

/** The thresholds as a rule can have them; `at` is their path. Refuses `GRADE_LIMITS`, `GRADE_THRESHOLD_RANGE`, `GRADE_POINTS_ORDER`. */
export function checkedThresholds(given: GradeThresholds, at: string): GradeThresholds {
  for (const [name, count, max] of LIMITS) {
    const limits = given[name];
    const inOrder = limits.every((limit, n) => limit > (limits[n - 1] ?? 0) && limit <= max);
    if (limits.length !== count || !inOrder) throw GRADE_LIMITS({ count, min: 1, max }, `${at}.${name}`);
  }
  for (const [name, min, max] of RANGES)
    if (given[name] < min || given[name] > max) throw GRADE_THRESHOLD_RANGE({ min, max }, `${at}.${name}`);
  const points = ['pointsForC', 'pointsForB', 'pointsForA', 'pointsForPremium'] as const;
  for (const [n, name] of points.entries()) {
    const before = points[n - 1];
    if (before !== undefined && given[name] <= given[before]) throw GRADE_POINTS_ORDER({}, `${at}.${name}`);
  }
  return { ...given };
}
