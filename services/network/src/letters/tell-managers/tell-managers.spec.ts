import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { happened, MemberRole, PrescriptionDelayed, ShiftGapNoticed } from '#events';
import { personas, startForTest, type TestService } from '#testing';
import { createInbox } from '../../../../../deploy/local/inbox/inbox.ts';
import { Member } from '../../members/member.entity.js';
import { NetworkModule } from '../../network.module.js';
import { TellManagers } from './tell-managers.js';

const NOW = '2026-11-28T08:00:00.000Z';
const inbox = createInbox();
let network: TestService;
beforeAll(async () => {
  const server = inbox.mail.listen(0, '127.0.0.1');
  await once(server, 'listening');
  Object.assign(process.env, {
    ...{ PUBLIC_URL: 'https://passerelle.example', MAIL_FROM: 'reseau@passerelle.example' },
    SMTP_URL: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...{ IDENTITY_ADMIN_KIND: 'demo', IDENTITY_ADMIN_URL: 'http://127.0.0.1:9/' },
    IDENTITY_ADMIN_SECRET: 'of this test alone',
  });
  network = await startForTest(NetworkModule, { now: NOW });
  for (const [code, communeCode] of [
    ['BX', '33063'],
    ['LI', '59350'],
  ])
    await network
      .as(personas.coordinator)
      .command(
        'openBranch',
        { code, city: code, communeCode, latitude: 44.84, longitude: -0.58, openedOn: '2020-01-01' },
        'code',
      );
  const known = [
    ['bruno', 'BRANCH_MANAGER', 'BX', 'ACTIVE'],
    ['helene', 'HELPER', 'BX', 'ACTIVE'],
    ['lise', 'BRANCH_MANAGER', 'LI', 'ACTIVE'],
    ['partie', 'BRANCH_MANAGER', 'BX', 'WITHDRAWN'],
  ] as const;
  for (const [name, role, branch, state] of known) {
    const facts = { role: MemberRole.parse(role), branches: [branch] };
    const { member } = Member.known(
      randomUUID(),
      randomUUID(),
      { name, mail: `${name}@exemple.fr`, facts },
      new Date(0),
    );
    await network.tables((tx) => tx.insert(Member, Object.assign(member, { state })));
  }
});
afterAll(async () => {
  await network.stop();
  inbox.mail.close(() => undefined);
});

const delayed = (at: string, prescriptionId: string) =>
  happened(PrescriptionDelayed, {
    branch: 'BX',
    at: new Date(at),
    data: { prescriptionId, occurredOn: at.slice(0, 10), waitedDays: 8 },
  });
const tell = () => Promise.all([1, 2, 3].map(() => network.app.get(TellManagers).execute()));

it('writes to the managers of the branch, once each, naming nobody, whoever looks at once or dies in between', async () => {
  const event = delayed(NOW, randomUUID());
  await network.deliver(event);
  await network.deliver(event);
  await network.deliver(delayed('2026-11-26T08:00:00.000Z', randomUUID()));
  await tell();
  await tell();
  expect(inbox.mails.map(({ to }) => to)).toEqual([expect.stringContaining('bruno@exemple.fr')]);
  expect(inbox.mails[0]?.text).toContain('https://passerelle.example/prescriptions');
  await network.deliver(delayed(NOW, randomUUID()));
  // Claimed by somebody who died before saying what became of it: it may have gone.
  await network.tables((tx) =>
    tx.query(`UPDATE manager_letter SET state = 'PROCESSED', processed_at = $1 WHERE state = 'WAITING'`, [
      new Date(NOW),
    ]),
  );
  network.clock.set('2026-11-28T09:00:00.000Z');
  await tell();
  expect(inbox.mails.length).toBe(1);
  const states: { state: string }[] = await network.tables((tx) =>
    tx.query('SELECT state FROM manager_letter ORDER BY state'),
  );
  expect(states.map(({ state }) => state)).toEqual(['FAILED', 'SENT']);
});

it('writes once of each gap of a shift, with its day, hours and who is missing, and the page that asks somebody; never once it has begun', async () => {
  network.clock.set('2026-11-28T09:00:00.000Z');
  const before = inbox.mails.length;
  const since = () => inbox.mails.slice(0, inbox.mails.length - before);
  const shiftId = randomUUID();
  const times = { startsAt: '2026-12-01T09:00:00.000Z', endsAt: '2026-12-01T12:00:00.000Z', occurredOn: '2026-12-01' };
  const gap = (more: object) => ({
    ...{ shiftId, gapId: randomUUID(), placeId: randomUUID(), ...times, missing: 2, skills: ['EMAIL' as const] },
    ...more,
  });
  const noticed = (data: ReturnType<typeof gap>) =>
    happened(ShiftGapNoticed, { branch: 'BX', at: network.clock.now(), data });
  const event = noticed(gap({}));
  await network.deliver(event);
  await network.deliver(event);
  await network.deliver(noticed(gap({ startsAt: '2026-11-28T08:30:00.000Z' })));
  await tell();
  await tell();
  expect(since().map(({ to }) => to)).toEqual([expect.stringContaining('bruno@exemple.fr')]);
  const { text } = since()[0] ?? { text: '' };
  expect(text).toContain('À BX, le mardi 1er décembre 2026 de 10:00 à 13:00, il manque 2 personnes au moment où');
  expect(text).toContain(`https://passerelle.example/shifts?ask=${shiftId}&branch=BX&from=2026-12-01`);
  await network.deliver(noticed(gap({ missing: 0 })));
  await tell();
  expect(since()[0]?.text).toContain('1 skill is missing, which nobody of those who come has');
  expect(since().length).toBe(2);
});
