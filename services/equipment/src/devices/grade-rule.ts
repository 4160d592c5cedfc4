import type { Grade } from '#events';

/** What the disk is. */
export const StorageKind = { HDD: 'HDD', SSD: 'SSD', NVME: 'NVME' } as const;
export type StorageKind = (typeof StorageKind)[keyof typeof StorageKind];

/** What a line of the grade speaks of. */
export const GradeFactor = {
  RAM: 'RAM',
  STORAGE: 'STORAGE',
  CPU: 'CPU',
  NVME: 'NVME',
  TECHNICAL_NOTE: 'TECHNICAL_NOTE',
  LOOK_NOTE: 'LOOK_NOTE',
  CAP_HDD: 'CAP_HDD',
  CAP_WINDOWS_10: 'CAP_WINDOWS_10',
  CAP_SSD_SLOW_CPU: 'CAP_SSD_SLOW_CPU',
  CAP_HDD_SLOW_CPU: 'CAP_HDD_SLOW_CPU',
} as const;
export type GradeFactor = (typeof GradeFactor)[keyof typeof GradeFactor];

/** What is measured on a computer before it is graded. */
export interface MeasuredComputer {
  readonly ramGb: number;
  readonly storageGb: number;
  readonly storageKind: StorageKind;
  readonly cpuMark: number;
  readonly os: string | null;
  readonly technicalNote: number;
  readonly lookNote: number;
}

/** One line of the explanation; the points of all lines add up to the result. */
export interface GradeStep {
  readonly factor: GradeFactor;
  readonly value: string;
  readonly points: number;
}

/** What a grade rule looks at: limits that give a point each, caps, and the points that make a grade. */
export interface GradeThresholds {
  readonly ramGb: readonly number[];
  readonly ssdGb: readonly number[];
  readonly hddGb: readonly number[];
  readonly cpuMark: readonly number[];
  /** A machine sold as 8 GB shows a little less: limits are met from this share of them on. */
  readonly tolerancePercent: number;
  readonly nvmePoints: number;
  readonly slowCpuMark: number;
  readonly capHdd: number;
  readonly capWindows10: number;
  readonly capSsdSlowCpu: number;
  readonly capHddSlowCpu: number;
  readonly pointsForC: number;
  readonly pointsForB: number;
  readonly pointsForA: number;
  readonly pointsForPremium: number;
}

/** The first rule, published by the network before rules were kept as data; the tables begin with it. */
export const RULE_V1: GradeThresholds = {
  ramGb: [4, 5, 8, 16],
  ssdGb: [64, 128, 200, 500],
  hddGb: [160, 257],
  cpuMark: [2_000, 3_500, 5_000, 7_000],
  tolerancePercent: 94,
  nvmePoints: 1,
  slowCpuMark: 2_500,
  capHdd: 7,
  capWindows10: 7,
  capSsdSlowCpu: 7,
  capHddSlowCpu: 5,
  pointsForC: 4,
  pointsForB: 6,
  pointsForA: 8,
  pointsForPremium: 11,
};

/** The grade of a computer by a rule, with its explanation line by line. */
export function gradeByRule(
  computer: MeasuredComputer,
  rule: GradeThresholds,
): { grade: Grade; points: number; lines: GradeStep[] } {
  const hdd = computer.storageKind === 'HDD';
  const reached = (value: number, limits: readonly number[]) =>
    limits.filter((limit) => value * 100 >= limit * rule.tolerancePercent).length;
  const lines: GradeStep[] = [
    { factor: 'RAM', value: `${computer.ramGb} Go`, points: reached(computer.ramGb, rule.ramGb) },
    {
      factor: 'STORAGE',
      value: `${computer.storageKind} ${computer.storageGb} Go`,
      points: reached(computer.storageGb, hdd ? rule.hddGb : rule.ssdGb),
    },
    { factor: 'CPU', value: String(computer.cpuMark), points: reached(computer.cpuMark, rule.cpuMark) },
  ];
  if (computer.storageKind === 'NVME') lines.push({ factor: 'NVME', value: 'NVMe', points: rule.nvmePoints });
  if (computer.technicalNote !== 0)
    lines.push({ factor: 'TECHNICAL_NOTE', value: String(computer.technicalNote), points: computer.technicalNote });
  if (computer.lookNote !== 0)
    lines.push({ factor: 'LOOK_NOTE', value: String(computer.lookNote), points: computer.lookNote });
  let points = lines.reduce((sum, line) => sum + line.points, 0);
  for (const [factor, cap] of capsOn(computer, rule)) {
    if (points <= cap) continue;
    lines.push({ factor, value: String(cap), points: cap - points });
    points = cap;
  }
  return { grade: gradeOf(points, rule), points, lines };
}

function capsOn({ storageKind, cpuMark, os }: MeasuredComputer, rule: GradeThresholds): [GradeFactor, number][] {
  const hdd = storageKind === 'HDD';
  const slow = cpuMark < rule.slowCpuMark;
  return [
    ...(hdd ? [['CAP_HDD', rule.capHdd] as [GradeFactor, number]] : []),
    ...(/windows\s*10/i.test(os ?? '') ? [['CAP_WINDOWS_10', rule.capWindows10] as [GradeFactor, number]] : []),
    ...(!hdd && slow ? [['CAP_SSD_SLOW_CPU', rule.capSsdSlowCpu] as [GradeFactor, number]] : []),
    ...(hdd && slow ? [['CAP_HDD_SLOW_CPU', rule.capHddSlowCpu] as [GradeFactor, number]] : []),
  ];
}

function gradeOf(points: number, rule: GradeThresholds): Grade {
  if (points >= rule.pointsForPremium) return 'PREMIUM';
  if (points >= rule.pointsForA) return 'A';
  if (points >= rule.pointsForB) return 'B';
  return points >= rule.pointsForC ? 'C' : 'D';
}
