import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { personas, startForTest, type TestService } from '#testing';
import { NetworkModule } from '../../network.module.js';
import { boxAround, distanceKm } from './distance.js';

describe('a distance', () => {
  it('is that of the great circle', () => {
    const [paris, london] = [
      { latitude: 48.8566, longitude: 2.3522 },
      { latitude: 51.5074, longitude: -0.1278 },
    ];
    expect(distanceKm(paris, london)).toBeCloseTo(343.6, 0);
    expect(distanceKm({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 1 })).toBeCloseTo(111.195, 2);
  });

  it('lies in the box around a point wherever on earth it is', () => {
    const point = fc.record({
      latitude: fc.double({ min: -90, max: 90, noNaN: true }),
      longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    });
    const near = fc.tuple(
      point,
      fc.double({ min: -0.2, max: 0.2, noNaN: true }),
      fc.double({ min: -1, max: 1, noNaN: true }),
    );
    fc.assert(
      fc.property(near, ([centre, up, aside]) => {
        const latitude = Math.max(-90, Math.min(90, centre.latitude + up));
        const longitude = ((centre.longitude + aside + 540) % 360) - 180;
        fc.pre(distanceKm(centre, { latitude, longitude }) <= 10);
        const { low, high } = boxAround(centre, 10);
        expect(latitude >= low.latitude && latitude <= high.latitude).toBe(true);
        expect(longitude >= low.longitude && longitude <= high.longitude).toBe(true);
      }),
    );
  });
});

describe('places near a branch', () => {
  let network: TestService;
  beforeAll(async () => {
    network = await startForTest(NetworkModule);
    const bordeaux = { code: 'BX', city: 'Bordeaux', communeCode: '33063', latitude: 44.84, longitude: -0.58 };
    await network.as(personas.coordinator).command('openBranch', { ...bordeaux, openedOn: '2020-01-01' }, 'code');
    const address = { commune: 'Bordeaux', postcode: '33000', address: '1 rue Haute' };
    const far: Readonly<Record<string, object>> = {
      'two km': { latitude: 44.858, longitude: -0.58 },
      'nine km': { latitude: 44.84, longitude: -0.467 },
      'in the corner of the box': { latitude: 44.92, longitude: -0.47 },
      nowhere: {},
    };
    for (const [name, where] of Object.entries(far))
      expect(
        (await network.as(personas.coordinator).command('registerPlace', { name, ...address, ...where })).errors,
      ).toBeUndefined();
    await network
      .as(personas.managerOfBordeaux)
      .command('registerPlace', { name: 'own', ...address, latitude: 44.84, longitude: -0.58 });
  });
  afterAll(() => network.stop());
  const near = (branch: string) =>
    network.as(personas.helperOfBordeaux).query(`{ placesNear(branch: "${branch}") { distanceKm place { name } } }`);

  it('are those of others within ten kilometres, nearest first', async () => {
    expect((await near('BX')).data).toEqual({
      placesNear: [
        { distanceKm: 2, place: { name: 'two km' } },
        { distanceKm: 8.9, place: { name: 'nine km' } },
      ],
    });
    expect(await near('ZZ')).toBeRefused('NOT_FOUND', 'branch');
  });
});
