import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { personas, startForTest, type TestService } from '#testing';
import { givenIn } from '../../../test/given.js';
import { EquipmentModule } from '../../equipment.module.js';

let equipment: TestService;
let given: ReturnType<typeof givenIn>;
beforeAll(async () => {
  equipment = await startForTest(EquipmentModule);
  given = givenIn(equipment);
  await given.branches();
});
afterAll(() => equipment.stop());

const manager = () => equipment.as(personas.managerOfBordeaux);
const SPECS = { ramGb: 8, storageGb: 256, storageKind: 'SSD', cpuMark: 4_200 };

it('grades a computer by the rule, line by line, then makes it ready', async () => {
  const { id } = await given.device();
  const graded = await manager().command(
    'gradeDevice',
    { id, specs: SPECS, lookNote: -1 },
    'grade gradeRule gradeLines { factor points } nextStates',
  );
  expect(graded.data).toMatchObject({
    gradeDevice: {
      grade: 'B',
      gradeRule: 'v1',
      gradeLines: [
        { factor: 'RAM', points: 3 },
        { factor: 'STORAGE', points: 3 },
        { factor: 'CPU', points: 2 },
        { factor: 'LOOK_NOTE', points: -1 },
      ],
    },
  });
  await manager().command('recordDataErasure', { id, method: 'CRYPTO_ERASED' });
  expect(await manager().command('moveDevice', { id, state: 'READY' }, 'state')).toMatchObject({
    data: { moveDevice: { state: 'READY' } },
  });
  const events = (await equipment.published())
    .filter(({ type }) => type === 'equipment.device-changed')
    .slice(-2)
    .map((event) => event.data);
  expect(events).toMatchObject([
    { cause: 'GRADE', before: { grade: null }, after: { grade: 'B', state: 'RECEIVED' }, receivedOn: '2026-11-26' },
    { cause: 'STATE', before: { state: 'RECEIVED' }, after: { state: 'READY' } },
  ]);
});

it('sets a grade by hand with a reason that stays in its history and out of the events', async () => {
  const { id } = await given.device({ type: 'TABLET' });
  expect(await manager().command('gradeDevice', { id })).toBeRefused('GRADE_BY_HAND_ONLY', 'input.grade');
  expect(await manager().command('gradeDevice', { id, grade: 'A' })).toBeRefused('REASON_REQUIRED', 'input.reason');
  const reply = await manager().command(
    'gradeDevice',
    { id, grade: 'A', reason: 'écran comme neuf' },
    'grade gradeRule history { what before after reason who }',
  );
  expect(reply.data).toMatchObject({
    gradeDevice: {
      grade: 'A',
      gradeRule: 'BY_HAND',
      history: [{ what: 'GRADED', before: null, after: 'A', reason: 'écran comme neuf' }, { what: 'RECEIVED' }],
    },
  });
  expect(JSON.stringify(await equipment.published())).not.toContain('comme neuf');
});

it('names what is missing when the rule cannot be computed', async () => {
  const { id } = await given.device();
  const reply = await manager().command('gradeDevice', { id, specs: { ramGb: 8, cpuMark: 4_200 } });
  expect(reply).toBeRefused('GRADE_NEEDS_SPECS', 'input.specs.storageGb');
});

it('refuses an ungraded device as ready', async () => {
  const { id } = await given.device();
  expect(await manager().command('moveDevice', { id, state: 'READY' })).toBeRefused('NOT_GRADED', 'input.state');
});

it('refuses a step that is not next, and says where it stands and where it may go', async () => {
  const { id } = await given.device();
  const reply = await manager().command('moveDevice', { id, state: 'AFTER_SALES' });
  expect(reply).toBeRefused('TRANSITION_NOT_ALLOWED', 'input.state');
  expect(reply.errors?.[0]?.extensions['fr']).toBe(
    'Ce matériel est reçu, à traiter. Étapes possibles : en reconditionnement, prêt, non réemployable, perdu.',
  );
});

it('refuses to sell by moving', async () => {
  const { id } = await given.readyDevice();
  expect(await manager().command('moveDevice', { id, state: 'DISTRIBUTED' })).toBeRefused('TRANSITION_NOT_ALLOWED');
});

it('answers alike for another branch’s device and one that does not exist', async () => {
  const { id } = await given.device({}, equipment.as(personas.managerOfLille));
  const other = await manager().command('moveDevice', { id, state: 'LOST' });
  const unknown = await manager().command('moveDevice', { id: '0195e1a4-0000-7000-8000-000000000000', state: 'LOST' });
  expect(other).toBeRefused('NOT_FOUND', 'input.id');
  expect(unknown).toBeRefused('NOT_FOUND', 'input.id');
});

it('does not tell by its version that another branch has a device', async () => {
  const { id } = await given.device({}, equipment.as(personas.managerOfLille));
  const reply = await manager().command('moveDevice', { id, state: 'LOST', expectedVersion: 99 });
  expect(reply).toBeRefused('NOT_FOUND', 'input.id');
});

it('refuses the second of two people who read the same version', async () => {
  const { id } = await given.device();
  const first = await manager().command('moveDevice', { id, state: 'IN_REFURBISHMENT', expectedVersion: 1 });
  expect(first.errors).toBeUndefined();
  const second = await manager().command('moveDevice', { id, state: 'LOST', expectedVersion: 1 });
  expect(second).toBeRefused('CHANGED_MEANWHILE', 'input.expectedVersion');
});

it('tells what happened within one instant in the order in which it happened, whatever the identifiers of the lines', async () => {
  const { id, tag } = await given.device();
  await manager().command('moveDevice', { id, state: 'IN_REFURBISHMENT' });
  await manager().command('moveDevice', { id, state: 'NOT_REUSABLE' });
  await manager().command('moveDevice', { id, state: 'IN_REFURBISHMENT' });
  // As two machines whose clocks differ would have numbered them.
  await equipment.tables((tx) =>
    tx.query(
      `UPDATE device_step s SET id = ('00000000-0000-7000-8000-' || lpad((9 - n)::text, 12, '0'))::uuid
       FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM device_step WHERE device_id = $1) o WHERE o.id = s.id`,
      [id],
    ),
  );
  const { data } = await manager().query(
    'query ($tag: String!) { deviceByTag(tag: $tag) { device { history { what after } } } }',
    { tag },
  );
  expect(data).toMatchObject({
    deviceByTag: {
      device: {
        history: [
          { after: 'IN_REFURBISHMENT' },
          { after: 'NOT_REUSABLE' },
          { after: 'IN_REFURBISHMENT' },
          { what: 'RECEIVED' },
        ],
      },
    },
  });
});
