import { randomUUID } from 'node:crypto';
import {
  EnrolmentCancelled,
  EnrolmentConfirmed,
  happened,
  SeatOffered,
  SessionCancelled,
  SessionChanged,
  SessionScheduled,
} from '#events';
import type { TestService } from '#testing';

/** A session as the tests know it: what they need to tell more of it. */
export interface GivenSession {
  readonly sessionId: string;
  readonly plan: ReturnType<typeof planAt>;
}

const planAt = (startsAt: string) => ({
  placeId: '0198a1b2-0000-7000-8000-000000000001',
  startsAt,
  endsAt: new Date(Date.parse(startsAt) + 2 * 3_600_000).toISOString(),
  occurredOn: startsAt.slice(0, 10),
  seats: 8,
  level: 'BEGINNER' as const,
  themes: ['EMAIL' as const],
});

/** Facts of workshops, as this service hears of them. */
export function seatsIn(service: TestService, branch = 'BX') {
  const at = () => service.clock.now();
  return {
    async session(startsAt: string): Promise<GivenSession> {
      const given = { sessionId: randomUUID(), plan: planAt(startsAt) };
      const data = { sessionId: given.sessionId, workshopId: randomUUID(), afterTheFact: false, after: given.plan };
      await service.deliver(happened(SessionScheduled, { branch, at: at(), data }));
      return given;
    },
    async enrol(beneficiaryId: string, ...sessions: GivenSession[]): Promise<string[]> {
      const seats = sessions.map(({ sessionId, plan }) => ({
        ...{ sessionId, beneficiaryId, occurredOn: plan.occurredOn, seatsTaken: 1 },
        enrolmentId: randomUUID(),
      }));
      await service.deliver(...seats.map((data) => happened(EnrolmentConfirmed, { branch, at: at(), data })));
      return seats.map(({ enrolmentId }) => enrolmentId);
    },
    giveBack(beneficiaryId: string, enrolmentId: string, { sessionId, plan }: GivenSession): Promise<void> {
      const data = { ...{ sessionId, enrolmentId, beneficiaryId }, occurredOn: plan.occurredOn };
      const fact = { branch, at: at(), data: { ...data, before: 'UNKNOWN' as const, seatsTaken: 0 } };
      return service.deliver(happened(EnrolmentCancelled, fact));
    },
    move({ sessionId, plan }: GivenSession, startsAt: string): Promise<void> {
      const data = { sessionId, before: plan, after: planAt(startsAt) };
      return service.deliver(happened(SessionChanged, { branch, at: at(), data }));
    },
    callOff({ sessionId, plan }: GivenSession): Promise<void> {
      const data = { sessionId, before: plan, enrolled: 1 };
      return service.deliver(happened(SessionCancelled, { branch, at: at(), data }));
    },
    async offer(beneficiaryId: string, offeredUntil: string, { sessionId }: GivenSession) {
      const offer = { waitlistEntryId: randomUUID(), offerId: randomUUID(), beneficiaryId, sessionId, seriesId: null };
      const data = { ...offer, sessionIds: [sessionId] };
      await service.deliver(happened(SeatOffered, { branch, at: at(), data: { ...data, offeredUntil } }));
      return data;
    },
  };
}
