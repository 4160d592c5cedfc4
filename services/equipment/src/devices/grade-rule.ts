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

/** Named in every graded device, so that a later rule does not rewrite what this one said. */
export const GRADE_RULE = 'v1';

/** A machine sold as 8 GB shows a little less: limits are met from 94 % on. */
const TOLERANCE = 0.94;
const RAM_GB = [4, 5, 8, 16];
const SSD_GB = [64, 128, 200, 500];
const HDD_GB = [160, 257];
const CPU_MARK = [2_000, 3_500, 5_000, 7_000];
const SLOW_CPU = 2_500;

/** The grade of a computer by rule v1, with its explanation line by line. */
export function gradeByRule(computer: MeasuredComputer): { grade: Grade; points: number; lines: GradeStep[] } {
  const hdd = computer.storageKind === 'HDD';
  const lines: GradeStep[] = [
    { factor: 'RAM', value: `${computer.ramGb} Go`, points: reached(computer.ramGb, RAM_GB) },
    {
      factor: 'STORAGE',
      value: `${computer.storageKind} ${computer.storageGb} Go`,
      points: reached(computer.storageGb, hdd ? HDD_GB : SSD_GB),
    },
    { factor: 'CPU', value: String(computer.cpuMark), points: reached(computer.cpuMark, CPU_MARK) },
  ];
  if (computer.storageKind === 'NVME') lines.push({ factor: 'NVME', value: 'NVMe', points: 1 });
  if (computer.technicalNote !== 0)
    lines.push({ factor: 'TECHNICAL_NOTE', value: String(computer.technicalNote), points: computer.technicalNote });
  if (computer.lookNote !== 0)
    lines.push({ factor: 'LOOK_NOTE', value: String(computer.lookNote), points: computer.lookNote });
  let points = lines.reduce((sum, line) => sum + line.points, 0);
  for (const [factor, cap] of capsOn(computer)) {
    if (points <= cap) continue;
    lines.push({ factor, value: String(cap), points: cap - points });
    points = cap;
  }
  return { grade: gradeOf(points), points, lines };
}

function capsOn({ storageKind, cpuMark, os }: MeasuredComputer): [GradeFactor, number][] {
  const hdd = storageKind === 'HDD';
  const slow = cpuMark < SLOW_CPU;
  return [
    ...(hdd ? [['CAP_HDD', 7] as [GradeFactor, number]] : []),
    ...(/windows\s*10/i.test(os ?? '') ? [['CAP_WINDOWS_10', 7] as [GradeFactor, number]] : []),
    ...(!hdd && slow ? [['CAP_SSD_SLOW_CPU', 7] as [GradeFactor, number]] : []),
    ...(hdd && slow ? [['CAP_HDD_SLOW_CPU', 5] as [GradeFactor, number]] : []),
  ];
}

function reached(value: number, limits: readonly number[]): number {
  return limits.filter((limit) => value >= limit * TOLERANCE).length;
}

function gradeOf(points: number): Grade {
  if (points >= 11) return 'PREMIUM';
  if (points >= 8) return 'A';
  if (points >= 6) return 'B';
  return points >= 4 ? 'C' : 'D';
}
