import { randomUUID } from 'node:crypto';
import { BeneficiaryEnrolled, BranchOpened, happened, type PersonClasses, PlaceRegistered } from '#events';
import { personas, type Reply, type TestService } from '#testing';

const AT = new Date('2026-01-05T08:00:00.000Z');
const BORDEAUX = {
  city: 'Bordeaux',
  communeCode: '33063',
  zone: 'Europe/Paris',
  latitude: 44.84,
  longitude: -0.58,
  state: 'OPEN' as const,
};

/** Builders for a workshops service under test: they fill in everything a sentence leaves out. */
export function givenIn(workshops: TestService) {
  const given = {
    async branch(branch = 'BX'): Promise<void> {
      await workshops.deliver(
        happened(BranchOpened, { branch, at: AT, data: { branch, openedOn: '2026-01-05', after: BORDEAUX } }),
      );
    },
    async place(branch = 'BX'): Promise<string> {
      const placeId = randomUUID();
      await workshops.deliver(
        happened(PlaceRegistered, {
          branch,
          at: AT,
          data: { placeId, after: { branch, communeCode: '33063', usable: true } },
        }),
      );
      return placeId;
    },
    async person(classes: Partial<PersonClasses> = {}, branch = 'BX'): Promise<string> {
      const beneficiaryId = randomUUID();
      const stated: PersonClasses = {
        gender: 'FEMALE',
        ageBand: 'FROM_40_TO_59',
        socialStatus: 'UNEMPLOYED',
        communeCode: '33063',
        ...classes,
      };
      const after = {
        kind: 'TRACKED' as const,
        enrolledOn: '2026-01-05',
        orientationSource: 'SELF' as const,
        organisationId: null,
        classes: stated,
      };
      await workshops.deliver(
        happened(BeneficiaryEnrolled, { branch, at: AT, data: { beneficiaryId, occurredOn: '2026-01-05', after } }),
      );
      return beneficiaryId;
    },
    async workshop(): Promise<string> {
      const input = { title: 'Ma messagerie', level: 'BEGINNER', themes: ['EMAIL'], minutes: 120 };
      return idOf(await workshops.as(personas.managerOfBordeaux).command('createWorkshop', input), 'createWorkshop');
    },
    async session(plan: Partial<Record<string, unknown>> = {}): Promise<string> {
      const input = {
        workshopId: await given.workshop(),
        placeId: await given.place(),
        startsAt: '2026-12-01T09:00:00Z',
        endsAt: '2026-12-01T11:00:00Z',
        seats: 8,
        ...plan,
      };
      return idOf(await workshops.as(personas.managerOfBordeaux).command('scheduleSession', input), 'scheduleSession');
    },
    async enrolment(sessionId: string, beneficiaryId?: string): Promise<string> {
      const input = { sessionId, beneficiaryId: beneficiaryId ?? (await given.person()) };
      return idOf(await workshops.as(personas.helperOfBordeaux).command('enrolInSession', input), 'enrolInSession');
    },
  };
  return given;
}

/** The id a mutation answered; fails the test with the reply when it was refused. */
export function idOf(reply: Reply, mutation: string): string {
  const answer = reply.data?.[mutation];
  if (typeof answer !== 'object' || answer === null || !('id' in answer)) throw new Error(JSON.stringify(reply));
  return String(answer.id);
}
