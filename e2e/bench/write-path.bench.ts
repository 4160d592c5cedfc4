import { beforeAll, expect, it, jest } from '@jest/globals';
import { Client } from 'pg';
import { personas, startForTest, type TestService } from '#testing';
import { WorkshopsModule } from '../../services/workshops/src/workshops.module.js';
import { givenIn, idOf } from '../../services/workshops/test/given.js';

const SESSIONS = 60;
const SEATS = 8;

/** What one command cost, from the signed request to the commit. */
interface Cost {
  readonly ms: number;
  readonly statements: number;
  readonly cpuMs: number;
}

let workshops: TestService;
beforeAll(async () => {
  workshops = await startForTest(WorkshopsModule, { now: '2026-03-02T08:00:00.000Z' });
});

/** One command at a time, so that two runs on one machine can be compared; only the ratio between them means anything. */
it('tells what a command costs', async () => {
  const sent = jest.spyOn(Client.prototype, 'query');
  const given = givenIn(workshops);
  await given.branch();
  const placeId = await given.place();
  const workshopId = await given.workshop();
  const people: string[] = [];
  while (people.length < SEATS) people.push(await given.person());

  const costs = new Map<string, Cost[]>();
  const command = async (name: string, input: Record<string, unknown>): Promise<string> => {
    const before = { at: performance.now(), statements: sent.mock.calls.length, cpu: process.cpuUsage() };
    const reply = await workshops.as(personas.managerOfBordeaux).command(name, input);
    const cpu = process.cpuUsage(before.cpu);
    const ms = performance.now() - before.at;
    const cost = { ms, statements: sent.mock.calls.length - before.statements, cpuMs: (cpu.user + cpu.system) / 1_000 };
    costs.set(name, [...(costs.get(name) ?? []), cost]);
    return idOf(reply, name);
  };

  for (let n = 0; n < SESSIONS; n++) {
    workshops.clock.set('2026-03-02T08:00:00.000Z');
    const at = (hour: number) => new Date(Date.UTC(2026, 2, 3 + n, hour)).toISOString();
    const plan = { workshopId, placeId, room: 'A', startsAt: at(9), endsAt: at(11), seats: SEATS };
    const sessionId = await command('scheduleSession', plan);
    const enrolments: string[] = [];
    for (const beneficiaryId of people) enrolments.push(await command('enrolInSession', { sessionId, beneficiaryId }));
    workshops.clock.set(at(11));
    for (const enrolmentId of enrolments) await command('markAttendance', { enrolmentId, attendance: 'SEEN' });
    await command('closeSession', { sessionId });
    for (const beneficiaryId of people)
      await command('recordDropIn', { beneficiaryId, placeId, minutes: 30, themes: ['EMAIL'] });
  }
  await workshops.stop();

  const acts = SESSIONS * SEATS * 2;
  expect([...costs.values()].flat()).toHaveLength(SESSIONS * (2 + SEATS * 3));
  console.log([`${acts} support acts`, ...[...costs].map(([name, list]) => line(name, list))].join('\n'));
});

function line(name: string, list: readonly Cost[]): string {
  const warm = list.slice(Math.ceil(list.length / 10));
  const median = (part: keyof Cost) => warm.map((cost) => cost[part]).sort((a, b) => a - b)[warm.length >> 1] ?? 0;
  const ms = median('ms').toFixed(2).padStart(7);
  const statements = String(median('statements')).padStart(3);
  return `${name.padEnd(16)} ${ms} ms  ${statements} statements  ${median('cpuMs').toFixed(2)} ms of CPU here`;
}
