import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { personas, startForTest, type TestService } from '#testing';
import { given } from '../../../test/given.js';
import { BeneficiariesModule } from '../../beneficiaries.module.js';

let service: TestService;
beforeAll(async () => {
  service = await startForTest(BeneficiariesModule);
  await given.branches(service);
});
afterAll(() => service.stop());

const enrol = (more: Record<string, unknown> = {}, fields = 'id', headers = {}) =>
  service.as(personas.managerOfBordeaux).command('enrolBeneficiary', given.enrolment(more), fields, headers);
const anonymous = (more: Record<string, unknown> = {}) => ({
  ...Object.fromEntries(Object.keys(given.enrolment()).map((key) => [key, undefined])),
  kind: 'ANONYMOUS',
  ...more,
});

describe('a tracked person', () => {
  it('is enrolled and announced by classes alone', async () => {
    const reply = await enrol(
      { phone: '06 12 34 56 78', email: 'O.Vauquelin@Exemple.fr', contactPreference: 'SMS', spokenLanguage: 'fr' },
      'id version branch { code } givenName phone email ageBand gender socialStatus commune { name } enrolledOn',
    );
    expect(reply.errors).toBeUndefined();
    expect(reply.data).toMatchObject({
      enrolBeneficiary: {
        version: 1,
        branch: { code: 'BX' },
        givenName: 'Odile',
        phone: '+33612345678',
        email: 'o.vauquelin@exemple.fr',
        ageBand: 'FROM_40_TO_59',
        gender: 'FEMALE',
        socialStatus: 'UNEMPLOYED',
        commune: { name: 'Bordeaux' },
        enrolledOn: '2026-11-26',
      },
    });
    const [event] = await service.published();
    expect(event).toMatchObject({
      type: 'beneficiaries.beneficiary-enrolled',
      branch: 'BX',
      data: {
        occurredOn: '2026-11-26',
        after: {
          kind: 'TRACKED',
          classes: {
            gender: 'FEMALE',
            ageBand: 'FROM_40_TO_59',
            socialStatus: 'UNEMPLOYED',
            communeCode: '33063',
          },
        },
      },
    });
  });

  it('leaves no name, phone, mail or birth year in the ledger', async () => {
    await enrol({
      givenName: 'Zéphirinette',
      familyName: 'Quintavalle',
      birthYear: 1931,
      phone: '0692 11 22 33',
      email: 'zq@canari.test',
      spokenLanguage: 'pt',
    });
    const ledger = await service.tables((tx) => tx.query('SELECT e::text AS line FROM outbox_event e'));
    const text = JSON.stringify(ledger);
    expect(text).toContain('FROM_70');
    for (const marker of ['phirinette', 'Quintavalle', '1931', '692112233', 'canari', '"pt"'])
      expect(text).not.toContain(marker);
  });

  it('may have a name of one letter, in any script', async () => {
    const reply = await enrol({ givenName: 'Y', familyName: '李' }, 'givenName familyName');
    expect(reply.data).toEqual({ enrolBeneficiary: { givenName: 'Y', familyName: '李' } });
  });

  it.each([
    ['+33 (0)6 12 34 56 78', '+33612345678'],
    ['0033612345678', '+33612345678'],
    ['06.12.34.56.78', '+33612345678'],
    ['0692 12 34 56', '+262692123456'],
    ['0690123456', '+590690123456'],
    ['0694-12-34-56', '+594694123456'],
    ['0696123456', '+596696123456'],
    ['+687 25 00 00', '+687250000'],
    ['+351 912 345 678', '+351912345678'],
  ])('has the phone number %s kept as %s', async (typed, kept) => {
    const reply = await enrol({ phone: typed }, 'phone');
    expect(reply.data).toEqual({ enrolBeneficiary: { phone: kept } });
  });

  it.each([
    ['NAME_REQUIRED', 'input.familyName', { givenName: ' ', familyName: null }],
    ['NAME_CHARACTERS', 'input.givenName', { givenName: 'Odile\u0007' }],
    ['NAME_CHARACTERS', 'input.givenName', { givenName: 'O\u202edile' }],
    ['NAME_CHARACTERS', 'input.familyName', { familyName: '🙂🙂' }],
    ['TEXT_LENGTH', 'input.familyName', { familyName: 'V'.repeat(81) }],
    ['BIRTH_YEAR', 'input.birthYear', { birthYear: 1905 }],
    ['BIRTH_YEAR', 'input.birthYear', { birthYear: 2027 }],
    ['BIRTH_YEAR_AND_BAND', 'input.ageBand', { ageBand: 'FROM_70' }],
    ['PHONE', 'input.phone', { phone: '12' }],
    ['PHONE', 'input.phone', { phone: '0012' }],
    ['PHONE', 'input.phone', { phone: 'au café' }],
    ['EMAIL', 'input.email', { email: 'odile@' }],
    ['CONTACT_CONTRADICTION', 'input.noPhone', { phone: '0612345678', noPhone: true }],
    ['CONTACT_CONTRADICTION', 'input.noEmail', { email: 'o@exemple.fr', noEmail: true }],
    ['CONTACT_PREFERENCE', 'input.contactPreference', { contactPreference: 'CALL' }],
    ['LANGUAGE_CODE', 'input.spokenLanguage', { spokenLanguage: 'français' }],
    ['COMMUNE_UNKNOWN', 'input.communeCode', { communeCode: '33999' }],
    ['PRIVACY_NOTICE_REQUIRED', 'input.privacyNoticeReadOn', { privacyNoticeReadOn: null }],
    ['PRIVACY_NOTICE_REQUIRED', 'input.privacyNoticeReadOn', { privacyNoticeReadOn: '2026-11-27' }],
    ['ENROLMENT_DAY', 'input.occurredOn', { occurredOn: '2026-11-27' }],
    ['INVALID_QUERY', 'input.gender', { gender: 'OTHER' }],
    ['FORBIDDEN', 'branch', { branch: 'LI' }],
  ])('is refused with %s at %s', async (code, field, more) => {
    const before = (await service.published()).length;
    expect(await enrol(more)).toBeRefused(code, field);
    expect((await service.published()).length).toBe(before);
  });

  it('is told the two years between which a birth year lies', async () => {
    const reply = await enrol({ birthYear: 1700 });
    expect(reply.errors?.[0]?.extensions['en']).toBe('The birth year is between 1906 and 2026.');
  });

  it('names an organisation the service has heard of, and waits for one it has not', async () => {
    const organisationId = '0190a000-0000-7000-8000-000000000001';
    expect(await enrol({ organisationId })).toBeRefused('NOT_YET_KNOWN', 'input.organisationId');
    await given.organisation(service, organisationId);
    const reply = await enrol({ organisationId, orientationSource: 'CASE_WORKER' }, 'organisation { id }');
    expect(reply.data).toEqual({ enrolBeneficiary: { organisation: { id: organisationId } } });
  });

  it('is enrolled once when the form is sent twice', async () => {
    const headers = { 'idempotency-key': 'made-when-the-form-opened' };
    const first = await enrol({}, 'id', headers);
    const before = (await service.published()).length;
    expect(await enrol({}, 'id', headers)).toEqual(first);
    expect(await enrol({ birthYear: 1985 }, 'id', headers)).toBeRefused('IDEMPOTENCY_KEY_REUSED');
    expect((await service.published()).length).toBe(before);
  });

  it('enrolled for a day two years ago is announced with the age bands since', async () => {
    const before = (await service.published()).length;
    await enrol({ birthYear: 2000, occurredOn: '2024-06-01' });
    expect((await service.published()).slice(before)).toMatchObject([
      { type: 'beneficiaries.beneficiary-enrolled', data: { after: { classes: { ageBand: 'FROM_18_TO_24' } } } },
      {
        type: 'beneficiaries.situation-changed',
        data: { holdsFrom: '2025-01-01', after: { ageBand: 'FROM_25_TO_39' } },
      },
    ]);
  });
});

describe('an anonymous person', () => {
  it('is enrolled by classes alone', async () => {
    const reply = await service
      .as(personas.helperOfBordeaux)
      .command(
        'enrolBeneficiary',
        anonymous({ ageBand: 'FROM_60_TO_69', gender: 'MALE' }),
        'kind givenName ageBand gender commune { code }',
      );
    expect(reply.data).toEqual({
      enrolBeneficiary: { kind: 'ANONYMOUS', givenName: null, ageBand: 'FROM_60_TO_69', gender: 'MALE', commune: null },
    });
  });

  it('is refused a name', async () => {
    const reply = await service
      .as(personas.helperOfBordeaux)
      .command('enrolBeneficiary', anonymous({ givenName: 'Odile' }));
    expect(reply).toBeRefused('ANONYMOUS_HAS_NO_IDENTITY', 'input.givenName');
  });
});

it('lets a prescriber enrol the person they orient', async () => {
  const reply = await service.as(personas.prescriberOfBordeaux).command('enrolBeneficiary', given.enrolment());
  expect(reply.errors).toBeUndefined();
});

it('refuses a coordinator and an auditor, who enrol nobody', async () => {
  for (const who of [personas.coordinator, personas.auditor])
    expect(await service.as(who).command('enrolBeneficiary', given.enrolment({ branch: 'BX' }))).toBeRefused(
      'FORBIDDEN',
    );
});

it('takes the day in the zone of the branch', async () => {
  service.clock.set('2026-11-26T20:30:00.000Z');
  const reunion = { ...personas.managerOfBordeaux, subject: 'test-manager-RE', branches: ['RE'] };
  const reply = await service.as(reunion).command('enrolBeneficiary', given.enrolment(), 'enrolledOn');
  service.clock.set('2026-11-26T08:00:00.000Z');
  expect(reply.data).toEqual({ enrolBeneficiary: { enrolledOn: '2026-11-27' } });
});
