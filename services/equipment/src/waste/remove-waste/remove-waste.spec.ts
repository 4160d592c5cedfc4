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

const helper = () => equipment.as(personas.helperOfBordeaux);
const broken = async () => {
  const device = await given.device();
  await helper().command('moveDevice', { id: device.id, state: 'NOT_REUSABLE' });
  return device;
};
const van = { collector: 'Éco-filière du Sud-Ouest', weightGrams: 12_400 };
let slips = 0;
const remove = (tags: string[], input: Record<string, unknown> = {}) => {
  slips += 1;
  return helper().command(
    'removeWaste',
    { ...van, slip: `BSD-${slips}`, tags, ...input },
    'removedOn slip devices weightGrams branch { code }',
  );
};

it('notes what left as waste, by weight, and lets nobody repair it any more', async () => {
  const { id, tag } = await broken();
  expect((await remove([tag], { slip: 'BSD-2026-7' })).data).toEqual({
    removeWaste: {
      removedOn: '2026-11-26',
      slip: 'BSD-2026-7',
      devices: 1,
      weightGrams: 12_400,
      branch: { code: 'BX' },
    },
  });
  const event = (await equipment.published()).at(-1);
  expect(event).toMatchObject({ type: 'equipment.waste-removed', data: { devices: 1, grams: 12_400 } });
  expect(JSON.stringify(event)).not.toMatch(/filière|BSD/);
  expect(await helper().command('moveDevice', { id, state: 'IN_REFURBISHMENT' })).toBeRefused('TRANSITION_NOT_ALLOWED');
  const { data } = await helper().query('{ wasteRemovals { items { slip } } }');
  expect(data).toMatchObject({ wasteRemovals: { items: expect.arrayContaining([{ slip: 'BSD-2026-7' }]) } });
});

it('takes a device away once, whoever is quicker', async () => {
  const { tag } = await broken();
  const replies = await Promise.all(Array.from({ length: 6 }, () => remove([tag])));
  expect(replies.filter((reply) => !reply.errors)).toHaveLength(1);
  expect(replies.find((reply) => reply.errors)).toBeRefused('ALREADY_REMOVED', 'input.tags[0]');
});

it('refuses what is still of use, what is another branch’s, one named twice, and a slip noted before', async () => {
  const { tag: used } = await given.device();
  const { tag } = await broken();
  expect(await remove([tag, used])).toBeRefused('NOT_WASTE', 'input.tags[1]');
  const { tag: elsewhere } = await given.device({}, equipment.as(personas.managerOfLille));
  expect(await remove([elsewhere])).toBeRefused('NOT_FOUND', 'input.tags[0]');
  expect(await remove([tag, tag.toLowerCase()])).toBeRefused('WASTE_TAGS', 'input.tags');
  expect(await remove(['chaise'])).toBeRefused('TAG_MALFORMED', 'input.tags[0]');
  expect(await remove([], { weightGrams: 0 })).toBeRefused('WEIGHT_OUT_OF_RANGE', 'input.weightGrams');
  expect((await remove([], { slip: 'BSD-X' })).errors).toBeUndefined();
  expect(await remove([], { slip: 'BSD-X' })).toBeRefused('SLIP_TAKEN', 'input.slip');
});
