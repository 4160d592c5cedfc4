import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { signRequest } from '#access';
import { personas } from '#testing';
import { createInbox } from '../../../../../deploy/local/inbox/inbox.ts';
import { given } from '../../../test/given.js';
import { startWithInbox } from '../../../test/notices.js';
import { ForgetPrescriptions } from '../forget-prescriptions/forget-prescriptions.js';
import { SendLetters } from '../send-letters/send-letters.js';

const MORNING = '2026-11-26T08:00:00.000Z';
const organisationId = randomUUID();
let world: Awaited<ReturnType<typeof startWithInbox>>;
beforeAll(async () => {
  world = await startWithInbox(createInbox(), MORNING);
  await given.organisation(world.service, organisationId);
});
beforeEach(() => world.service.clock.set(MORNING));
afterAll(() => world.stop());

/** As the gateway hands it on: in its own name, for somebody without a sign-in. */
async function door(body: object): Promise<Record<string, unknown> & { errors?: { message: string }[] }> {
  const payload = JSON.stringify(body);
  const { subgraphSecret: secret } = world.service.config;
  const signature = signRequest({ secret, body: payload, timestamp: Date.now(), nonce: randomUUID() });
  const headers = { 'x-passerelle-service': 'gateway', 'x-passerelle-signature': signature };
  const answer = await world.service.app.inject({
    ...{ method: 'POST', url: '/orient', payload },
    headers: { 'content-type': 'application/json', ...headers },
  });
  return answer.json();
}
const refusalOf = (answer: { errors?: { message: string }[] }) => answer.errors?.[0]?.message;
const send = () => world.service.app.get(SendLetters).execute();
const linkIn = (text: string | undefined) => /\/orient#(\S+)/.exec(text ?? '')?.[1] ?? '';
let mailboxes = 0;
const newMailbox = () => {
  mailboxes += 1;
  return `prescripteur${mailboxes}@mission.example`;
};
async function linkTo(email: string): Promise<string> {
  await door({ do: 'ask', email });
  await send();
  return linkIn(world.mailsTo(email).at(-1)?.text);
}
const FORM = {
  ...{ branch: 'BX', organisation: 'CCAS de Mérignac', needs: ['COURSE', 'DEVICE'], givenName: 'Aminata' },
  ...{
    familyName: 'Adressée',
    birthYear: 1991,
    phone: '06 11 22 33 44',
    spokenLanguage: 'ar',
    availability: 'le matin',
  },
  ...{ consentGiven: true, consentScope: ['ANSWERED', 'FIRST_SEEN', 'DONE'], consentUntil: '2027-06-30' },
};
const helper = () => world.service.as(personas.helperOfBordeaux);
const TOLD = 'items { id organisationNamed prescriberMail organisation { id } letters { kind state why } }';
async function waiting(mail: string) {
  const { data } = await helper().query(`{ prescriptions(first: 100) { ${TOLD} } }`);
  type Row = { id: string; prescriberMail: string; letters: { kind: string; state: string; why: string | null }[] };
  return (data?.['prescriptions'] as { items: Row[] }).items.find(({ prescriberMail }) => prescriberMail === mail);
}
/** A prescription of a new mailbox, and the link by which it is followed. */
async function written(more: object = {}) {
  const mail = newMailbox();
  const token = await linkTo(mail);
  expect(await door({ do: 'write', token, form: { ...FORM, ...more } })).toEqual({ done: 'write' });
  await send();
  const id = (await waiting(mail))?.id ?? '';
  return { mail, token, id, follow: linkIn(world.mailsTo(mail).at(-1)?.text) };
}
const lettersOf = (id: string) =>
  world.service.tables((tx) =>
    tx.query('SELECT kind, state, why FROM prescriber_letter WHERE prescription_id = $1 ORDER BY kind DESC', [id]),
  );

it('takes a prescription by the link of a verified mail, once, and shows the branch who wrote', async () => {
  const mail = newMailbox();
  const token = await linkTo(mail);
  expect(await door({ do: 'show', token })).toMatchObject({
    kind: 'WRITE',
    branches: expect.arrayContaining([{ branch: 'BX', city: 'Bordeaux' }]),
  });
  // A form that is refused leaves its link as it was.
  const without = { ...FORM, consentGiven: false };
  expect(refusalOf(await door({ do: 'write', token, form: without }))).toBe('CONSENT_REQUIRED');
  const twice = await Promise.all([1, 2].map(() => door({ do: 'write', token, form: FORM })));
  expect(twice.map((one) => refusalOf(one) ?? one['done']).sort()).toEqual(['PRESCRIBER_LINK_OVER', 'write']);
  expect(refusalOf(await door({ do: 'show', token }))).toBe('PRESCRIBER_LINK_OVER');
  expect(await waiting(mail)).toMatchObject({ organisationNamed: 'CCAS de Mérignac', organisation: null });
  expect((await world.service.published()).at(-1)).toMatchObject({
    type: 'beneficiaries.prescription-received',
    data: { organisationId: null, needs: ['COURSE', 'DEVICE'] },
  });
});

it('answers known and unknown mailboxes alike, and whoever asks too often as well', async () => {
  const mail = newMailbox();
  const said = [];
  for (let n = 0; n < 5; n += 1) said.push(await door({ do: 'ask', email: mail }));
  const { mail: known } = await written();
  said.push(await door({ do: 'ask', email: known.toUpperCase() }));
  expect(said).toEqual(said.map(() => ({ done: 'ask' })));
  await send();
  expect(world.mailsTo(mail).length).toBe(3);
  expect(refusalOf(await door({ do: 'ask', email: 'not a mail' }))).toBe('EMAIL');
  expect(refusalOf(await door({ do: 'ask' }))).toBe('FORM_UNREADABLE');
});

it('is followed by its own link: what the person agreed to, in letters that name nobody', async () => {
  const { mail, id, token, follow } = await written({ consentScope: ['ANSWERED', 'DONE'] });
  const first = await door({ do: 'show', token: follow });
  expect(first).toMatchObject({ kind: 'FOLLOW', initials: 'A A', city: 'Bordeaux', state: 'PENDING', steps: [] });
  const input = { id, organisationId, privacyNoticeReadOn: '2026-11-26' };
  const more = 'state organisation { id } beneficiary { id }';
  const reply = await helper().command('acceptPrescription', input, more);
  expect(reply.data).toMatchObject({ acceptPrescription: { state: 'ACCEPTED', organisation: { id: organisationId } } });
  expect((await world.service.published()).at(-1)).toMatchObject({ data: { organisationId, after: 'ACCEPTED' } });
  await send();
  await helper().command('finishPrescription', { id });
  await send();
  await send();
  expect(await door({ do: 'show', token: follow })).toMatchObject({
    state: 'DONE',
    steps: [{ milestone: 'ANSWERED' }, { milestone: 'DONE', day: '2026-11-26' }],
  });
  const mails = world.mailsTo(mail);
  expect(mails.map(({ subject }) => subject.split(' · ')[0])).toEqual([
    ...['Votre lien pour orienter une personne', 'Votre orientation est arrivée'],
    ...['L’antenne a répondu', 'Votre orientation est terminée'],
  ]);
  expect(mails.filter(({ text }) => /Aminata|Adressée|Bordeaux/.test(text))).toEqual([]);
  // One link never opens the other's door.
  expect(refusalOf(await door({ do: 'write', token: follow, form: FORM }))).toBe('PRESCRIBER_LINK_OVER');
  expect(refusalOf(await door({ do: 'show', token }))).toBe('PRESCRIBER_LINK_OVER');
});

it('tells nothing and sends nothing once consent is withdrawn or over, and keeps why', async () => {
  const withdrawn = await written();
  await helper().command('rejectPrescription', { id: withdrawn.id, reason: 'plus de place' });
  await helper().command('withdrawConsent', { id: withdrawn.id });
  const ended = await written({ consentUntil: '2026-12-01' });
  await helper().command('acceptPrescription', { id: ended.id, privacyNoticeReadOn: '2026-11-26' });
  const before = world.mailsTo('mission.example').length;
  world.service.clock.set('2026-12-02T08:00:00.000Z');
  await send();
  expect(world.mailsTo('mission.example').length).toBe(before);
  for (const { id, follow } of [withdrawn, ended]) {
    expect(await lettersOf(id)).toEqual([
      { kind: 'RECEIVED', state: 'SENT', why: null },
      { kind: 'ANSWERED', state: 'HELD_BACK', why: 'CONSENT_ENDED' },
    ]);
    expect(refusalOf(await door({ do: 'show', token: follow }))).toBe('PRESCRIBER_LINK_OVER');
  }
  const [row]: unknown[] = await world.service.tables((tx) =>
    tx.query('SELECT prescriber_mail, organisation_named FROM prescription WHERE id = $1', [withdrawn.id]),
  );
  expect(row).toEqual({ prescriber_mail: null, organisation_named: 'CCAS de Mérignac' });
});

it('refuses alike what is forged, late, unread and of somebody erased, and forgets who never wrote', async () => {
  const mail = newMailbox();
  const token = await linkTo(mail);
  const { id, follow } = await written();
  const answered = await helper().command(
    'acceptPrescription',
    { id, privacyNoticeReadOn: '2026-11-26' },
    'beneficiary { id }',
  );
  const person = (answered.data?.['acceptPrescription'] as { beneficiary: { id: string } }).beneficiary.id;
  const erase = { id: person, expectedVersion: 1, ground: 'ASKED_BY_PERSON', confirmation: 'effacer' };
  await world.service.as(personas.managerOfBordeaux).command('eraseBeneficiary', erase);
  const forged = token.replace(/.$/, (end) => (end === 'A' ? 'E' : 'A'));
  world.service.clock.set('2026-11-27T08:00:00.000Z');
  const answers = [forged, token, follow, 'x', ''].map((wrong) => door({ do: 'show', token: wrong }));
  expect((await Promise.all(answers)).map(refusalOf)).toEqual(answers.map(() => 'PRESCRIBER_LINK_OVER'));
  world.service.clock.set('2026-11-28T08:00:01.000Z');
  await world.service.app.get(ForgetPrescriptions).execute();
  const kept: unknown = await world.service.tables((tx) =>
    tx.query('SELECT 1 FROM prescriber_letter WHERE mail = $1', [mail]),
  );
  expect(kept).toEqual([]);
});

it('answers nobody who is signed in', async () => {
  const body = Buffer.from(JSON.stringify({ do: 'ask', email: newMailbox() }));
  expect(refusalOf(await helper().post('/orient', body, 'application/json'))).toBe('FORBIDDEN');
});
