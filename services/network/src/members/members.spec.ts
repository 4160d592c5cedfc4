import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MemberRole } from '#events';
import { type Persona, personas, startForTest, type TestService } from '#testing';
import { NetworkModule } from '../network.module.js';
import { Member } from './member.entity.js';

let network: TestService;
const { administrator, managerOfBordeaux, managerOfLille, helperOfBordeaux, coordinator } = personas;
const idOf = new Map<Persona, string>();

beforeAll(async () => {
  network = await startForTest(NetworkModule);
  const branch = { latitude: 44.84, longitude: -0.58, openedOn: '2020-01-01' };
  const open = (code: string, communeCode: string) =>
    network.as(coordinator).command('openBranch', { ...branch, code, city: code, communeCode }, 'code');
  await open('BX', '33063');
  await open('LI', '59350');
  const known: [string, Persona][] = [
    ['Ada Administre', administrator],
    ['Bruno Bordeaux', managerOfBordeaux],
    ['Lise Lille', managerOfLille],
    ['Hélène Aide', helperOfBordeaux],
  ];
  for (const [index, [name, who]] of known.entries()) {
    const id = `0192f0aa-0000-7000-8000-00000000000${index}`;
    const facts = { role: MemberRole.parse(who.role), branches: [...who.branches] };
    const { member } = Member.known(id, who.subject, { name, mail: `p${index}@exemple.fr`, facts }, new Date(0));
    await network.tables((tx) => tx.insert(Member, member));
    idOf.set(who, id);
  }
});
afterAll(() => network.stop());

let asked = 0;
const somebody = (input: object = {}) => ({
  name: 'Inès Nouvelle',
  mail: `ines${++asked}@exemple.fr`,
  role: 'HELPER',
  branches: ['BX'],
  ...input,
});
const invite = (who: Persona, input: object = {}, fields = 'id state role branches mail') =>
  network.as(who).command('inviteMember', somebody(input), fields);
const invited = async (who: Persona, input: object = {}) => {
  const reply = await invite(who, input);
  return (reply.data?.['inviteMember'] as { id: string }).id;
};
const members = async (who: Persona, args = '') => {
  const reply = await network.as(who).query(`{ members(first: 100${args}) { items { name } } }`);
  return (reply.data?.['members'] as { items: { name: string }[] }).items.map(({ name }) => name);
};

describe('an invitation', () => {
  it('says in its event what may be done and where, and nothing of whom', async () => {
    const reply = await invite(managerOfBordeaux, { mail: 'Canari@Exemple.fr' });
    expect(reply.data).toMatchObject({ inviteMember: { state: 'INVITED', role: 'HELPER', mail: 'canari@exemple.fr' } });
    const said = (await network.published()).at(-1);
    expect(said).toMatchObject({ type: 'network.member-invited', branch: 'BX', data: { after: { branches: ['BX'] } } });
    expect(JSON.stringify(said)).not.toMatch(/canari|Inès/i);
  });

  it('of a manager gives roles of the front desk in their own branch alone', async () => {
    expect(await invite(managerOfBordeaux, { branches: ['LI'] })).toBeRefused('ROLE_OUT_OF_REACH', 'input.role');
    expect(await invite(managerOfBordeaux, { branches: ['BX', 'LI'] })).toBeRefused('ROLE_OUT_OF_REACH');
    expect(await invite(managerOfBordeaux, { role: 'PRESCRIBER' })).toBeRefused('ROLE_OUT_OF_REACH');
    expect(await invite(managerOfBordeaux, { role: 'ADMINISTRATOR' })).toBeRefused('ROLE_OUT_OF_REACH');
    expect(await invite(helperOfBordeaux)).toBeRefused('FORBIDDEN');
    expect(await invite(coordinator)).toBeRefused('FORBIDDEN');
  });

  it('of a role of the whole network names no branch, of any other at least one that exists', async () => {
    const auditor = await invite(administrator, { role: 'AUDITOR', branches: ['BX'] });
    expect(auditor.data).toMatchObject({ inviteMember: { branches: ['*'] } });
    expect(await invite(administrator, { branches: [] })).toBeRefused('BRANCHES_OF_ROLE', 'input.branches');
    expect(await invite(administrator, { branches: ['*'] })).toBeRefused('BRANCHES_OF_ROLE', 'input.branches');
    expect(await invite(administrator, { branches: ['QQ'] })).toBeRefused('NOT_FOUND', 'input.branches');
  });

  it('needs an address that is one, and that nobody else has', async () => {
    expect(await invite(administrator, { mail: 'a@b.fr\nBcc: c@d.fr' })).toBeRefused('MAIL_ADDRESS', 'input.mail');
    expect(await invite(administrator, { mail: 'pas une adresse' })).toBeRefused('MAIL_ADDRESS', 'input.mail');
    expect(await invite(administrator, { mail: 'P1@exemple.fr' })).toBeRefused('MAIL_TAKEN', 'input.mail');
    // Out of this manager's sight, and taken all the same.
    expect(await invite(managerOfBordeaux, { mail: 'p2@exemple.fr' })).toBeRefused('MAIL_TAKEN', 'input.mail');
  });
});

describe('the list of members', () => {
  it('is the branch’s own for a manager, everybody for the administrator, nobody’s for others', async () => {
    expect(await members(managerOfLille)).toEqual(['Lise Lille']);
    expect(await members(administrator)).toEqual(
      expect.arrayContaining(['Ada Administre', 'Bruno Bordeaux', 'Lise Lille']),
    );
    expect(await network.as(coordinator).query('{ members { items { id } } }')).toBeRefused('FORBIDDEN');
    expect(await network.as(helperOfBordeaux).query('{ members { items { id } } }')).toBeRefused('FORBIDDEN');
  });

  it('is narrowed by role, branch, state and words', async () => {
    expect(await members(administrator, ', role: ADMINISTRATOR')).toEqual(['Ada Administre']);
    expect(await members(administrator, ', branch: "LI"')).toEqual(['Lise Lille']);
    expect(await members(administrator, ', state: ACTIVE, text: "helene"')).toEqual(['Hélène Aide']);
  });

  it('is bound to the branch in the database as well', async () => {
    const actor = { ...managerOfLille, correlationId: 'test' };
    const seen: { name: string }[] = await network.database.read(actor, (tx) => tx.query('SELECT name FROM member'));
    expect(seen).toEqual([{ name: 'Lise Lille' }]);
    const none = { ...helperOfBordeaux, subject: 'nobody', branches: [], correlationId: 'test' };
    expect(await network.database.read(none, (tx) => tx.query('SELECT name FROM member'))).toEqual([]);
  });
});

describe('rights', () => {
  const grant = (who: Persona, id: string | undefined, input: object) =>
    network.as(who).command('grantRole', { id, ...input }, 'role branches version');

  it('granted tell before and after, and end what was signed in with the old ones', async () => {
    const reply = await grant(managerOfBordeaux, idOf.get(helperOfBordeaux), { role: 'BRANCH_MANAGER' });
    expect(reply.data).toEqual({ grantRole: { role: 'BRANCH_MANAGER', branches: ['BX'], version: 2 } });
    const [granted, ended] = (await network.published()).slice(-2);
    expect(granted).toMatchObject({
      type: 'network.member-role-granted',
      data: { before: { role: 'HELPER' }, after: { role: 'BRANCH_MANAGER' } },
    });
    expect(ended).toMatchObject({
      type: 'network.member-sessions-ended',
      data: { subject: helperOfBordeaux.subject, issuedBefore: network.clock.now().toISOString() },
    });
    expect(
      await grant(managerOfBordeaux, idOf.get(helperOfBordeaux), { role: 'HELPER', expectedVersion: 1 }),
    ).toBeRefused('CHANGED_MEANWHILE');
  });

  it('are nobody’s to give to themselves', async () => {
    const own = await grant(managerOfBordeaux, idOf.get(managerOfBordeaux), { role: 'HELPER' });
    expect(own).toBeRefused('OWN_RIGHTS');
    expect(await grant(administrator, idOf.get(administrator), { role: 'AUDITOR' })).toBeRefused('LAST_ADMINISTRATOR');
  });

  it('of another branch are not found, and roles above one’s own not given', async () => {
    const id = await invited(managerOfBordeaux);
    expect(await grant(managerOfLille, id, { role: 'HELPER', branches: ['LI'] })).toBeRefused('NOT_FOUND');
    expect(await grant(managerOfBordeaux, id, { role: 'ADMINISTRATOR' })).toBeRefused('ROLE_OUT_OF_REACH');
    expect(await grant(managerOfBordeaux, id, { role: 'HELPER', branches: ['LI'] })).toBeRefused('ROLE_OUT_OF_REACH');
  });
});

describe('a member who leaves', () => {
  const withdraw = (who: Persona, id: string | undefined) => network.as(who).command('withdrawMember', { id }, 'state');

  it('is withdrawn once, and may be invited again', async () => {
    const mail = 'revient@exemple.fr';
    const id = await invited(managerOfBordeaux, { mail });
    expect((await withdraw(managerOfBordeaux, id)).data).toEqual({ withdrawMember: { state: 'WITHDRAWN' } });
    const before = (await network.published()).length;
    await withdraw(managerOfBordeaux, id);
    expect(await network.published()).toHaveLength(before);
    const again = await invite(managerOfBordeaux, { mail }, 'id state');
    expect(again.data).toEqual({ inviteMember: { id, state: 'INVITED' } });
  });

  it('is never the last administrator', async () => {
    const other = { subject: 'other-administrator', role: 'ADMINISTRATOR', branches: ['*'] } as const;
    expect(await withdraw(other, idOf.get(administrator))).toBeRefused('LAST_ADMINISTRATOR');
    const facts = { role: other.role, branches: ['*'] };
    const id = '0192f0aa-0000-7000-8000-000000000099';
    const { member } = Member.known(id, other.subject, { name: 'Autre', mail: 'autre@exemple.fr', facts }, new Date(0));
    await network.tables((tx) => tx.insert(Member, member));
    // Each withdraws the other at once: one of them stays, however they meet.
    for (let round = 0; round < 10; round += 1) {
      const both = await Promise.all([withdraw(other, idOf.get(administrator)), withdraw(administrator, id)]);
      expect(both.filter(({ errors }) => errors).length).toBe(1);
      await network.tables((tx) => tx.query(`UPDATE member SET state = 'ACTIVE' WHERE role = 'ADMINISTRATOR'`));
    }
  });

  it('of another branch, or national, is not a manager’s to withdraw', async () => {
    expect(await withdraw(managerOfBordeaux, idOf.get(managerOfLille))).toBeRefused('NOT_FOUND');
    expect(await withdraw(managerOfBordeaux, idOf.get(administrator))).toBeRefused('NOT_FOUND');
  });
});

describe('signing out everywhere', () => {
  it('is anybody’s right for themselves, and announced', async () => {
    const reply = await network.as(managerOfLille).query('mutation { endOwnSessions { name } }');
    expect(reply.data).toEqual({ endOwnSessions: { name: 'Lise Lille' } });
    expect((await network.published()).at(-1)).toMatchObject({
      type: 'network.member-sessions-ended',
      data: { subject: managerOfLille.subject },
    });
  });

  it('of others is for whoever may give them their role', async () => {
    const end = (who: Persona, of: Persona) => network.as(who).command('endSessions', { id: idOf.get(of) }, 'id');
    expect(await end(managerOfLille, managerOfBordeaux)).toBeRefused('NOT_FOUND');
    expect(await end(managerOfBordeaux, helperOfBordeaux)).toMatchObject({ data: { endSessions: {} } });
  });

  it('refuses who is no member', async () => {
    expect(await network.as(personas.auditor).query('mutation { endOwnSessions { id } }')).toBeRefused('NOT_FOUND');
  });
});

it('shows a member to whoever manages them, with what may be changed', async () => {
  const show = (who: Persona, of: Persona) =>
    network.as(who).query(`{ member(id: "${idOf.get(of)}") { name changeable sessions { startedAt } } }`);
  expect((await show(managerOfBordeaux, helperOfBordeaux)).data).toEqual({
    member: { name: 'Hélène Aide', changeable: true, sessions: [] },
  });
  expect((await show(managerOfBordeaux, managerOfBordeaux)).data).toMatchObject({ member: { changeable: false } });
  expect(await show(managerOfBordeaux, administrator)).toBeRefused('NOT_FOUND', 'id');
});
