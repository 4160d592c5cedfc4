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
    async workshop(description: Partial<Record<string, unknown>> = {}): Promise<string> {
      const input = { title: 'Ma messagerie', level: 'BEGINNER', themes: ['EMAIL'], minutes: 120, ...description };
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
    /** Nine sessions: three weeks, Tuesday, Thursday and Friday mornings, from 1 December 2026 on. */
    async series(plan: Partial<Record<string, unknown>> = {}): Promise<{ seriesId: string; sessionIds: string[] }> {
      const input = {
        workshopId: await given.workshop(),
        placeId: await given.place(),
        seats: 8,
        pattern: { firstDay: '2026-12-01', weekdays: [2, 4, 5], weeks: 3, startsAt: '09:30', minutes: 120 },
        ...plan,
      };
      const reply = await workshops
        .as(personas.managerOfBordeaux)
        .command('scheduleSeries', input, 'id sessions { id }');
      const seriesId = idOf(reply, 'scheduleSeries');
      const { sessions } = answerOf<{ sessions: { id: string }[] }>(reply, 'scheduleSeries');
      return { seriesId, sessionIds: sessions.map(({ id }) => id) };
    },
    /** A session without a seat left, and who waits for one, in order. */
    async fullSession(waiting: number, plan: Partial<Record<string, unknown>> = {}) {
      const sessionId = await given.session({ seats: 1, ...plan });
      const enrolmentId = await given.enrolment(sessionId);
      const line: string[] = [];
      while (line.length < waiting) line.push(await given.waiting({ sessionId }));
      return { sessionId, enrolmentId, line };
    },
    async waiting(wanted: { sessionId?: string; seriesId?: string; beneficiaryId?: string }): Promise<string> {
      const input = { ...wanted, beneficiaryId: wanted.beneficiaryId ?? (await given.person()) };
      return idOf(await workshops.as(personas.helperOfBordeaux).command('joinWaitlist', input), 'joinWaitlist');
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

/** What a query or mutation answered; fails the test with the reply when it was refused. */
export function answerOf<A>(reply: Reply, field: string): A {
  const answer = reply.data?.[field];
  if (answer == null) throw new Error(JSON.stringify(reply));
  return answer as A;
}
