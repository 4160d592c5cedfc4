import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Fact, happened, SupportActVoided } from '#events';
import type { Applier } from '#messaging';
import { personas, startForTest, type TestService } from '#testing';
import { actFacts, actRecorded, saleMade } from '../../test/given.js';
import { received } from '../../test/received.js';
import { FiguresApplier } from '../projection/figures-applier.js';
import { findWrongCells } from '../projection/fold.js';
import { ReportingModule } from '../reporting.module.js';
import { VersionApplier } from './version-applier.js';
import { finishLoading } from './versions.js';

let reporting: TestService;
beforeAll(async () => {
  reporting = await startForTest(ReportingModule);
});
afterAll(() => reporting.stop());

const FIGURES = `{ figures(input: { from: "2026-01-01", to: "2026-12-31" }) {
  figures(of: [SUPPORT_ACTS, TAKINGS, DEVICES_SOLD, UNIQUE_PEOPLE]) { code value }
  breakdown(of: SUPPORT_ACTS, by: THEME) { member value } trend(of: SUPPORT_ACTS, grain: MONTH) { start value } } }`;
const figures = async () => (await reporting.as(personas.coordinator).query(FIGURES)).data;
const mend = (mutation: string) =>
  reporting.as(personas.administrator).query(`mutation { ${mutation} { version state } }`);
const wrongCells = (version: number) => reporting.tables((tx) => findWrongCells(tx, `reporting_v${version}`));

function history(): Fact[] {
  const act = actRecorded({ themes: ['EMAIL', 'OFFICE_TOOLS'] });
  const before = actFacts({ occurredOn: '2026-02-03' });
  const taken = actRecorded(before, 'LI');
  const at = new Date('2026-05-01T00:00:00Z');
  const voided = happened(SupportActVoided, {
    branch: 'LI',
    at,
    data: { supportActId: String(taken.data['supportActId']), before },
  });
  return [act, actRecorded({ beneficiaryId: null }, 'LI'), taken, voided, saleMade(), saleMade('LY')];
}

it('fills a version beside the live one, proves it equal, and shows it in one step, back and forth', async () => {
  const past = received(history());
  const live: Applier = reporting.app.get(FiguresApplier);
  await reporting.tables((tx) => live.apply(tx, past));
  const shown = await figures();
  expect(await wrongCells(1)).toEqual([]);

  expect((await mend('beginRebuild')).data).toEqual({ beginRebuild: { version: 2, state: 'LOADING' } });
  expect(await mend('beginRebuild')).toBeRefused('REBUILD_UNDER_WAY');
  expect(await mend('switchProjection(version: 2)')).toBeRefused('VERSION_NOT_STANDING_BY');
  const beside = new VersionApplier(reporting.app.get(FiguresApplier), 2);
  // Killed half-way and begun again: what was loaded comes twice.
  await reporting.tables((tx) => beside.apply(tx, past.slice(0, 4)));
  await reporting.tables((tx) => beside.apply(tx, past));
  expect(await figures()).toEqual(shown);
  await reporting.database.longWork((tx) => finishLoading(tx, 2));
  expect(await wrongCells(2)).toEqual([]);

  const compared = await reporting
    .as(personas.administrator)
    .query('{ projectionVersions { version state differences { branch what } } }');
  expect(compared.data).toEqual({
    projectionVersions: [
      { version: 2, state: 'STANDBY', differences: [] },
      { version: 1, state: 'LIVE', differences: [] },
    ],
  });
  expect((await mend('switchProjection(version: 2)')).data).toMatchObject({ switchProjection: { state: 'LIVE' } });
  expect(await figures()).toEqual(shown);

  // The live reader now counts into the new version; the old one is kept up to date by a reader of its own.
  const later = received([actRecorded({ occurredOn: '2026-04-01' })]);
  await reporting.tables((tx) => live.apply(tx, later));
  expect(await figures()).not.toEqual(shown);
  expect(await wrongCells(2)).toEqual([]);
  const old = new VersionApplier(reporting.app.get(FiguresApplier), 1);
  await reporting.tables((tx) => old.apply(tx, later));
  const after = await figures();
  await mend('switchProjection(version: 1)');
  expect(await figures()).toEqual(after);

  expect(await mend('dropProjection(version: 1)')).toBeRefused('VERSION_IN_USE');
  expect((await mend('dropProjection(version: 2)')).data).toMatchObject({ dropProjection: { state: 'RETIRED' } });
  expect(await figures()).toEqual(after);
});

it('finds a cell that is not what its deltas add up to', async () => {
  await reporting.tables((tx) =>
    tx.query(`UPDATE reporting_v1.cell_day SET value = value + 1 WHERE indicator = 1 AND dim = 0 AND branch = '--'`),
  );
  expect((await wrongCells(1)).length).toBeGreaterThan(0);
});

it('is for whoever mends events', async () => {
  expect(await reporting.as(personas.coordinator).query('mutation { beginRebuild { version } }')).toBeRefused(
    'FORBIDDEN',
  );
});
