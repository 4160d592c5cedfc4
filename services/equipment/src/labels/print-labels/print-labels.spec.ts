import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { personas, startForTest, type TestService, wordsIn } from '#testing';
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

const ASK =
  'query ($tags: [String!]!, $firstLabel: Int!) { deviceLabels(tags: $tags, firstLabel: $firstLabel) { base64 } }';
const print = (tags: string[], firstLabel = 1, who = personas.helperOfBordeaux) =>
  equipment.as(who).query(ASK, { tags, firstLabel });
const pagesOf = (base64: string) =>
  Buffer.from(base64, 'base64')
    .toString('latin1')
    .match(/\/Type \/Page\b/g)?.length;

it('prints a label for each device asked, from the first free place on, over as many sheets as they need', async () => {
  const specs = { ramGb: 8, storageGb: 256, storageKind: 'SSD' };
  const { tag } = await given.readyDevice('B', 'COMPUTER', { specs });
  const one = (await print([tag])).data?.['deviceLabels'] as { base64: string };
  expect([pagesOf(one.base64), wordsIn(one.base64)]).toEqual([1, `${tag} Ordinateur, B 8 Go, SSD 256 Go Passerelle`]);
  const again = (await print([tag])).data?.['deviceLabels'];
  expect(again).toEqual(one);
  const two = (await print([tag, tag], 24)).data?.['deviceLabels'] as { base64: string };
  expect(pagesOf(two.base64)).toBe(2);
});

it('refuses none, too many, a place off the sheet, what is no tag, and a device of another branch', async () => {
  const { tag } = await given.device();
  expect(await print([])).toBeRefused('LABELS_WANTED', 'tags');
  expect(await print(Array.from({ length: 201 }, () => tag))).toBeRefused('LABELS_WANTED', 'tags');
  expect(await print([tag], 25)).toBeRefused('FIRST_LABEL', 'firstLabel');
  expect(await print([tag, 'rien'])).toBeRefused('TAG_MALFORMED', 'tags[1]');
  expect(await print([tag], 1, personas.managerOfLille)).toBeRefused('NOT_FOUND', 'tags[0]');
});
