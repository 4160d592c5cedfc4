import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { gradeByRule, type MeasuredComputer, RULE_V1 } from './grade-rule.js';

const computer: MeasuredComputer = {
  ramGb: 8,
  storageGb: 256,
  storageKind: 'SSD',
  cpuMark: 4_200,
  os: 'Linux Mint 22',
  technicalNote: 0,
  lookNote: 0,
};

it.each<[string, Partial<MeasuredComputer>, number, string]>([
  ['8 GB, SSD 256, 4200', {}, 8, 'A'],
  ['4 GB, SSD 128, 2200', { ramGb: 4, storageGb: 128, cpuMark: 2_200 }, 4, 'C'],
  ['16 GB, HDD 1000, 2400', { ramGb: 16, storageGb: 1_000, storageKind: 'HDD', cpuMark: 2_400 }, 5, 'C'],
  ['16 GB, HDD 1000, 7000', { ramGb: 16, storageGb: 1_000, storageKind: 'HDD', cpuMark: 7_000 }, 7, 'B'],
  ['8 GB, SSD 256, 4200 under Windows 10', { os: 'Windows 10 Home' }, 7, 'B'],
  ['16 GB, NVMe 512, 7200', { ramGb: 16, storageGb: 512, storageKind: 'NVME', cpuMark: 7_200 }, 13, 'PREMIUM'],
  ['8 GB, SSD 256, 4200 with a worn look', { lookNote: -2 }, 6, 'B'],
  ['2 GB, SSD 32, 900', { ramGb: 2, storageGb: 32, cpuMark: 900 }, 0, 'D'],
  ['7.6 GB shown for 8, within the tolerance', { ramGb: 7.6 }, 8, 'A'],
])('grades a computer of %s', (_what, differing, points, grade) => {
  expect(gradeByRule({ ...computer, ...differing }, RULE_V1)).toMatchObject({ points, grade });
});

it('explains every grade by lines that add up to its points', () => {
  fc.assert(
    fc.property(
      fc.record({
        ramGb: fc.integer({ min: 1, max: 64 }),
        storageGb: fc.integer({ min: 16, max: 4_000 }),
        storageKind: fc.constantFrom('HDD' as const, 'SSD' as const, 'NVME' as const),
        cpuMark: fc.integer({ min: 100, max: 20_000 }),
        os: fc.constantFrom('Windows 10', 'Windows 11', null),
        technicalNote: fc.integer({ min: -2, max: 2 }),
        lookNote: fc.integer({ min: -2, max: 2 }),
      }),
      (measured) => {
        const { points, lines } = gradeByRule(measured, RULE_V1);
        expect(lines.reduce((sum, line) => sum + line.points, 0)).toBe(points);
      },
    ),
  );
});
