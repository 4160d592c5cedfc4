import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  happened,
  PersonRedirected,
  RedirectionResultNoted,
  RedirectionVoided,
  SupportJourneyEnded,
  SupportJourneyOpened,
  SupportJourneyReopened,
  SupportJourneyVoided,
} from '#events';
import { personas, startForTest, type TestService } from '#testing';
import { ReportingModule } from '../reporting.module.js';

let reporting: TestService;
beforeAll(async () => {
  reporting = await startForTest(ReportingModule);
});
afterAll(() => reporting.stop());

const on = { branch: 'BX', at: new Date('2026-03-20T08:00:00Z') };
const day = '2026-03-10';
const id = () => randomUUID();

it('counts exits by reason and outcome, redirections by result, and takes mistakes back', async () => {
  const ending = {
    endedOn: day,
    exitReason: 'GOALS_REACHED' as const,
    outcomes: ['JOB' as const, 'AUTONOMY' as const],
  };
  const lost = { endedOn: day, exitReason: 'CONTACT_LOST' as const, outcomes: [] };
  const [first, second, mistake] = [id(), id(), id()];
  const sent = { sentOn: day, target: 'SOCIAL_AID' as const, result: null };
  const helped = { ...sent, result: 'HELPED' as const };
  const [gone, there, wrong] = [id(), id(), id()];
  await reporting.deliver(
    ...[first, second, mistake].map((journeyId) =>
      happened(SupportJourneyOpened, { ...on, data: { journeyId, occurredOn: day } }),
    ),
    happened(SupportJourneyVoided, { ...on, data: { journeyId: mistake, before: { openedOn: day } } }),
    happened(SupportJourneyEnded, { ...on, data: { journeyId: first, after: ending } }),
    happened(SupportJourneyEnded, { ...on, data: { journeyId: second, after: ending } }),
    happened(SupportJourneyReopened, { ...on, data: { journeyId: second, before: ending } }),
    happened(SupportJourneyEnded, { ...on, data: { journeyId: second, after: lost } }),
    ...[gone, there, wrong].map((redirectionId) =>
      happened(PersonRedirected, { ...on, data: { redirectionId, after: sent } }),
    ),
    happened(RedirectionResultNoted, { ...on, data: { redirectionId: there, before: sent, after: helped } }),
    happened(RedirectionVoided, { ...on, data: { redirectionId: wrong, before: sent } }),
  );
  const reply = await reporting.as(personas.coordinator).query(`{
    figures(input: { from: "2026-03-01", to: "2026-03-31" }) {
      figures(of: [SUPPORT_JOURNEYS_OPENED, SUPPORT_JOURNEYS_ENDED, SUPPORT_JOURNEYS_WITH_OUTCOME, SUPPORT_OUTCOMES, REDIRECTIONS, REDIRECTIONS_KNOWN, REDIRECTIONS_HELPED]) { value }
      exits: breakdown(of: SUPPORT_JOURNEYS_ENDED, by: EXIT_REASON) { member value }
      outcomes: breakdown(of: SUPPORT_OUTCOMES, by: OUTCOME) { member value }
      sent: breakdown(of: REDIRECTIONS, by: REDIRECTION) { member value }
    } }`);
  const figures = reply.data?.['figures'] as Record<string, { member: string; value: number }[]>;
  expect(figures['figures']?.map(({ value }) => value)).toEqual([2, 2, 1, 2, 2, 1, 1]);
  const told = (name: string) =>
    Object.fromEntries((figures[name] ?? []).filter(({ value }) => value !== 0).map((row) => [row.member, row.value]));
  expect(told('exits')).toEqual({ GOALS_REACHED: 1, CONTACT_LOST: 1 });
  expect(told('outcomes')).toEqual({ JOB: 1, AUTONOMY: 1 });
  expect(told('sent')).toEqual({ SOCIAL_AID: 1, 'SOCIAL_AID/HELPED': 1 });
});
