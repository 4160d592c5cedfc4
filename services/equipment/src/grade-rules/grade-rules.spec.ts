import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Persona, personas, startForTest, type TestService } from '#testing';
import { givenIn } from '../../test/given.js';
import { Device } from '../devices/device.entity.js';
import { gradeByRule, type MeasuredComputer, RULE_V1 } from '../devices/grade-rule.js';
import { receive } from '../devices/receive.js';
import { EquipmentModule } from '../equipment.module.js';
import type { GradeChange, GradeTrial } from './try-grade-rule/grade-trial.js';

const NOW = new Date('2026-11-26T08:00:00.000Z');
const MEASURED = { ramGb: 8, storageGb: 256, storageKind: 'SSD', cpuMark: 4_200 };
/** Harder for memory and for the best grade, softer for hard disks. */
const CANDIDATE = { ...RULE_V1, ramGb: [8, 12, 16, 32], capHdd: 9, pointsForPremium: 10 };
let equipment: TestService;
let given: ReturnType<typeof givenIn>;

beforeAll(async () => {
  equipment = await startForTest(EquipmentModule, { now: NOW.toISOString() });
  given = givenIn(equipment);
  await given.branches();
});
afterAll(() => equipment.stop());

const ask = async (query: string, variables: Record<string, unknown> = {}, who: Persona = personas.coordinator) => {
  const { data, errors } = await equipment.as(who).query(query, variables);
  expect(errors).toBeUndefined();
  return data as Record<string, unknown>;
};
const TRY = `query ($input: GradeThresholdsInput!) { tryGradeRule(input: $input) { tried changed centsBefore centsAfter unpriced
  moves { type before after count } stock { type grade readyBefore readyAfter unitCents } aside { type count } } }`;
const CHANGES = `query ($input: GradeThresholdsInput!, $after: String) { gradeRuleChanges(input: $input, first: 100, after: $after) {
  endCursor items { id tag before gradeRule after points linesBefore { points } linesAfter { factor points } } } }`;
const tried = async (input: unknown) => (await ask(TRY, { input }))['tryGradeRule'] as GradeTrial;
const publish = (input: Record<string, unknown>, who: Persona = personas.coordinator) =>
  equipment
    .as(who)
    .command(
      'publishGradeRule',
      { thresholds: CANDIDATE, reason: 'machines plus récentes', ...input },
      'id version from',
    );
const graded = async (id: string) => {
  await equipment.as(personas.managerOfBordeaux).command('gradeDevice', { id, specs: MEASURED });
  const [row]: unknown[] = await equipment.tables((tx) =>
    tx.query('SELECT grade, grade_rule AS rule, grade_lines AS lines FROM device WHERE id = $1', [id]),
  );
  return row;
};

/** More than two batches of devices, each a little different, some of them sold, voided or graded by hand. */
async function manyDevices(count: number): Promise<void> {
  const pick = <T>(from: readonly T[], n: number) => from[n % from.length] as T;
  const devices = Array.from({ length: count }, (_, n) => {
    const computer: MeasuredComputer = {
      ramGb: pick([2, 4, 5, 8, 12, 16, 32], n),
      storageGb: pick([32, 120, 250, 512, 1_000], n >> 1),
      storageKind: pick(['SSD', 'HDD', 'NVME', 'SSD'], n >> 2),
      cpuMark: 900 + ((n * 37) % 7_500),
      os: pick(['Windows 10 Pro', 'Windows 11', null], n),
      technicalNote: pick([0, 0, -1, 1], n),
      lookNote: pick([0, -2, 0], n),
    };
    const branch = pick(['BX', 'LI'], n);
    const known = { id: randomUUID(), branch, tag: `${branch}PC25-${1_000 + n}`, type: 'COMPUTER' as const, specs: {} };
    const { grade, lines } = gradeByRule(computer, RULE_V1);
    return Object.assign(receive(known, { now: NOW, day: '2026-11-01' }).device, computer, {
      grade,
      gradeLines: lines,
      gradeRule: n % 50 === 0 ? 'BY_HAND' : 'v1',
      gradedAt: NOW,
      state: pick(['READY', 'DISTRIBUTED', 'IN_REFURBISHMENT'], n >> 3),
      dataErasure: 'OVERWRITTEN',
      dataErasedAt: NOW,
      voided: n % 70 === 1,
    });
  });
  await equipment.tables(async (tx) => {
    for (let from = 0; from < devices.length; from += 500) await tx.insert(Device, devices.slice(from, from + 500));
  });
}

it('begins with the rule that graded until now, and grades by it', async () => {
  const { gradeRules } = await ask('{ gradeRules { version from thresholds { ramGb pointsForPremium } reason } }');
  expect(gradeRules).toEqual([
    { version: 1, from: '2000-01-01', thresholds: { ramGb: RULE_V1.ramGb, pointsForPremium: 11 }, reason: null },
  ]);
  const [row]: unknown[] = await equipment.tables((tx) => tx.query('SELECT thresholds FROM grade_rule'));
  expect(row).toEqual({ thresholds: RULE_V1 });
  const { id } = await given.device();
  expect(await graded(id)).toMatchObject({ grade: 'A', rule: 'v1' });
});

it('counts what a candidate would make of every device a rule graded, of the ready stock and of its price', async () => {
  await manyDevices(2_300);
  await given.tariff({ grade: 'B', cents: 7_000 });
  await given.tariff({ grade: 'PREMIUM', cents: 15_000 });
  const devices = await equipment.tables((tx) => tx.find(Device, { where: { voided: false } }));
  const byRule = devices
    .filter(({ gradeRule }) => gradeRule === 'v1')
    .map((device) => ({ device, after: gradeByRule(device as MeasuredComputer, CANDIDATE).grade }));
  const trial = await tried(CANDIDATE);
  expect(trial.tried).toBe(byRule.length);
  expect(trial.changed).toBe(byRule.filter(({ device, after }) => device.grade !== after).length);
  for (const { before, after, count } of trial.moves)
    expect(byRule.filter((one) => one.device.grade === before && one.after === after)).toHaveLength(count);
  expect(trial.moves.reduce((sum, { count }) => sum + count, 0)).toBe(byRule.length);
  const ready = byRule.filter(({ device }) => device.state === 'READY');
  const cents = (grades: readonly (string | null)[]) =>
    grades.reduce((sum, grade) => sum + (grade === 'B' ? 7_000 : grade === 'PREMIUM' ? 15_000 : 0), 0);
  expect(trial).toMatchObject({
    centsBefore: cents(ready.map(({ device }) => device.grade)),
    centsAfter: cents(ready.map(({ after }) => after)),
    unpriced: ready.filter(({ after }) => !['B', 'PREMIUM'].includes(after)).length,
    aside: [{ type: 'COMPUTER', count: devices.filter(({ gradeRule }) => gradeRule === 'BY_HAND').length }],
  });
  expect(trial.stock.length).toBeGreaterThan(2);
  for (const { grade, readyBefore, readyAfter, unitCents } of trial.stock)
    expect([grade, readyBefore, readyAfter, unitCents]).toEqual([
      grade,
      ready.filter(({ device }) => device.grade === grade).length,
      ready.filter(({ after }) => after === grade).length,
      { B: 7_000, PREMIUM: 15_000 }[grade as string] ?? null,
    ]);
  expect(await tried(RULE_V1)).toMatchObject({ tried: byRule.length, changed: 0 });
}, 30_000);

it('names every device that would change once, page by page, with lines that add up', async () => {
  const { changed } = await tried(CANDIDATE);
  const seen: GradeChange[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page = (await ask(CHANGES, { input: CANDIDATE, after }))['gradeRuleChanges'] as {
      items: GradeChange[];
      endCursor: string | null;
    };
    seen.push(...page.items);
    after = page.endCursor;
  }
  expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
  expect(seen).toHaveLength(changed);
  for (const { before, after, points, linesBefore, linesAfter } of seen) {
    expect(before).not.toBe(after);
    expect(linesBefore.length).toBeGreaterThan(0);
    expect(linesAfter.reduce((sum, line) => sum + line.points, 0)).toBe(points);
  }
}, 30_000);

it.each([
  ['three limits', { ramGb: [4, 8, 16] }, 'GRADE_LIMITS', 'ramGb'],
  ['limits out of order', { cpuMark: [2_000, 5_000, 3_500, 7_000] }, 'GRADE_LIMITS', 'cpuMark'],
  ['a tolerance of nothing', { tolerancePercent: 0 }, 'GRADE_THRESHOLD_RANGE', 'tolerancePercent'],
  ['an A that asks for less than a B', { pointsForA: 6 }, 'GRADE_POINTS_ORDER', 'pointsForA'],
])('refuses a rule with %s, tried or published', async (_what, change, code, field) => {
  const thresholds = { ...CANDIDATE, ...change };
  expect(await equipment.as(personas.coordinator).query(TRY, { input: thresholds })).toBeRefused(
    code,
    `input.${field}`,
  );
  expect(await publish({ thresholds, from: '2027-01-01' })).toBeRefused(code, `input.thresholds.${field}`);
});

it('refuses a day gone by, a reason that says nothing, and a branch manager, who may read what grades', async () => {
  expect(await publish({ from: '2026-11-25' })).toBeRefused('GRADE_RULE_PAST_DAY', 'input.from');
  expect(await publish({ from: '2026-11-26', reason: ' ' })).toBeRefused('REASON_REQUIRED', 'input.reason');
  const manager = equipment.as(personas.managerOfBordeaux);
  expect(await publish({ from: '2026-11-26' }, personas.managerOfBordeaux)).toBeRefused('FORBIDDEN');
  expect(await manager.query(TRY, { input: CANDIDATE })).toBeRefused('FORBIDDEN');
  expect((await manager.query('{ gradeRules { version } }')).errors).toBeUndefined();
});

it('publishes from a day on, once a day, and changes nothing of what was graded before', async () => {
  const all = () => equipment.tables((tx) => tx.query('SELECT * FROM device ORDER BY id')) as Promise<unknown[]>;
  const { id } = await given.device();
  expect(await graded(id)).toMatchObject({ grade: 'A', rule: 'v1' });
  const before = await all();
  const replies = await Promise.all(Array.from({ length: 4 }, () => publish({ from: '2026-11-27' })));
  expect(replies.flatMap(({ data }) => (data ? [data['publishGradeRule']] : []))).toMatchObject([
    { version: 2, from: '2026-11-27' },
  ]);
  expect(replies.find(({ errors }) => errors)).toBeRefused('GRADE_RULE_DAY_TAKEN', 'input.from');
  expect(await all()).toEqual(before);
  const sooner = await given.device();
  expect(await graded(sooner.id)).toMatchObject({ grade: 'A', rule: 'v1' });
  equipment.clock.set(new Date('2026-11-27T08:00:00.000Z'));
  const later = await given.device();
  expect(await graded(later.id)).toMatchObject({
    grade: 'B',
    rule: 'v2',
    lines: [{ factor: 'RAM', points: 1 }, {}, {}],
  });
  const now = new Set((await all()).map((row) => JSON.stringify(row)));
  expect(before.filter((row) => !now.has(JSON.stringify(row)))).toEqual([]);
});
