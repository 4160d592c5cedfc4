import { BranchOpened, happened, OrganisationRegistered } from '#events';
import { type Persona, personas, type TestService } from '#testing';

/** Builders for the tests of this service: each fills in what the sentence under test leaves out. */
export const given = {
  /** The branches of Bordeaux and Lille, and one far away in another zone. */
  async branches(service: TestService): Promise<void> {
    const at = new Date('2020-01-01T00:00:00.000Z');
    const facts = { communeCode: '33063', latitude: 44.8, longitude: -0.6, state: 'OPEN' as const };
    for (const [branch, city, zone] of [
      ['BX', 'Bordeaux', 'Europe/Paris'],
      ['LI', 'Lille', 'Europe/Paris'],
      ['RE', 'Saint-Denis', 'Indian/Reunion'],
    ] as const)
      await service.deliver(
        happened(BranchOpened, {
          branch,
          at,
          data: { branch, openedOn: '2020-01-01', after: { ...facts, city, zone } },
        }),
      );
  },

  /** An organisation that orients people. */
  async organisation(service: TestService, organisationId: string): Promise<void> {
    await service.deliver(
      happened(OrganisationRegistered, {
        branch: null,
        at: new Date('2020-01-01T00:00:00.000Z'),
        data: { organisationId, structureType: 'CCAS' },
      }),
    );
  },

  /** A tracked person's enrolment as the form sends it. */
  enrolment(more: Record<string, unknown> = {}): Record<string, unknown> {
    return {
      givenName: 'Odile',
      familyName: 'Vauquelin',
      birthYear: 1984,
      gender: 'FEMALE',
      socialStatus: 'UNEMPLOYED',
      communeCode: '33063',
      privacyNoticeReadOn: '2026-11-26',
      ...more,
    };
  },

  /** A person enrolled in Bordeaux unless somebody else enrols them; gives their id. */
  async beneficiary(
    service: TestService,
    more: Record<string, unknown> = {},
    who: Persona = personas.managerOfBordeaux,
  ): Promise<string> {
    return enrol(service, given.enrolment(more), who);
  },

  /** A person enrolled in Bordeaux for statistics only; gives their id. */
  async anonymous(service: TestService): Promise<string> {
    return enrol(service, { kind: 'ANONYMOUS', gender: 'MALE' }, personas.helperOfBordeaux);
  },
};

async function enrol(service: TestService, input: Record<string, unknown>, who: Persona): Promise<string> {
  const reply = await service.as(who).command('enrolBeneficiary', input);
  const enrolled = reply.data?.['enrolBeneficiary'] as { id: string } | undefined;
  if (!enrolled) throw new Error(`not enrolled: ${JSON.stringify(reply.errors)}`);
  return enrolled.id;
}
