import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { personas, startForTest, type TestService } from '#testing';
import { Member } from '../../members/member.entity.js';
import { NetworkModule } from '../../network.module.js';

const { managerOfBordeaux, managerOfLille, helperOfBordeaux } = personas;
const HELPER = '0192f0aa-0000-7000-8000-000000000011';
let network: TestService;
beforeAll(async () => {
  network = await startForTest(NetworkModule);
  for (const [index, who] of [managerOfBordeaux, helperOfBordeaux].entries()) {
    const facts = { role: index === 0 ? ('BRANCH_MANAGER' as const) : ('HELPER' as const), branches: ['BX'] };
    const named = { name: index === 0 ? 'Rose Responsable' : 'Hector Aide', mail: `h${index}@exemple.fr`, facts };
    const { member } = Member.known(`${HELPER.slice(0, -1)}${index}`, who.subject, named, new Date(0));
    await network.tables((tx) => tx.insert(Member, member));
  }
});
afterAll(() => network.stop());

const id = `${HELPER.slice(0, -1)}1`;
const describing = (who: typeof managerOfBordeaux, more: Record<string, unknown> = {}) =>
  network
    .as(who)
    .command(
      'describeHelper',
      { id, kind: 'VOLUNTEER', skills: ['EMAIL', 'EMAIL'], languages: ['FR', 'ar'], trainings: ['WELCOMING'], ...more },
      'helperKind skills languages trainings charterSignedOn missionEndsOn missionEndsSoon',
    );
const helpers = async () =>
  (await network.as(managerOfBordeaux).query('{ helpers { items { name missionEndsSoon } } }')).data?.['helpers'];

it('puts a member into the directory of helpers, and warns a month before their mission ends', async () => {
  expect(await helpers()).toEqual({ items: [] });
  const reply = await describing(managerOfBordeaux, { charterSignedOn: '2026-09-01', missionEndsOn: '2026-12-27' });
  expect(reply.data?.['describeHelper']).toEqual({
    ...{ helperKind: 'VOLUNTEER', skills: ['EMAIL'], languages: ['fr', 'ar'], trainings: ['WELCOMING'] },
    ...{ charterSignedOn: '2026-09-01', missionEndsOn: '2026-12-27', missionEndsSoon: false },
  });
  network.clock.set('2026-11-27T08:00:00.000Z');
  expect(await helpers()).toEqual({ items: [{ name: 'Hector Aide', missionEndsSoon: true }] });
});

it('tells whoever plans shifts by ids and classes alone, and of other branches when the member moves', async () => {
  await describing(managerOfBordeaux);
  const said = (await network.published()).at(-1);
  expect(said).toMatchObject({
    type: 'network.helper-described',
    branch: 'BX',
    data: {
      memberId: id,
      subject: helperOfBordeaux.subject,
      after: { kind: 'VOLUNTEER', skills: ['EMAIL'], branches: ['BX'] },
    },
  });
  expect(JSON.stringify(said)).not.toMatch(/Hector|exemple/);
});

it('is for whoever manages the member, who says what can be', async () => {
  expect(await describing(managerOfLille)).toBeRefused('NOT_FOUND', 'input.id');
  expect(await describing(helperOfBordeaux)).toBeRefused('FORBIDDEN');
  expect(await describing(managerOfBordeaux, { languages: ['français'] })).toBeRefused('LANGUAGES', 'input.languages');
  expect(
    await describing(managerOfBordeaux, { charterSignedOn: '2026-09-01', missionEndsOn: '2026-08-01' }),
  ).toBeRefused('MISSION_BEFORE_CHARTER', 'input.missionEndsOn');
  expect(await describing(managerOfBordeaux, { expectedVersion: 1 })).toBeRefused('CHANGED_MEANWHILE');
});
