import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { EndedSessions } from '#access';
import { MemberSessionsEnded } from '#events';
import { RandomIds } from '#persistence';
import { EndedSessionsListener } from './ended-sessions-listener.js';
import { createKafka, ensureTopics, partitionOf } from './kafka.js';
import { headersOf } from './wire.js';

const kafka = createKafka({
  brokers: String(process.env['KAFKA_BROKERS']),
  clientId: 'sessions-test',
  log: pino({ level: 'silent' }),
});
const producer = kafka.producer();
const log = pino({ level: 'silent' });

beforeAll(async () => {
  await ensureTopics(kafka, [MemberSessionsEnded.topic]);
  await producer.connect();
});
afterAll(() => producer.disconnect());

async function announce(subject: string, issuedBefore: Date): Promise<void> {
  const memberId = randomUUID();
  const row = {
    seq: '1',
    event_id: randomUUID(),
    aggregate_type: MemberSessionsEnded.topic,
    aggregate_id: memberId,
    aggregate_version: 1,
    type: MemberSessionsEnded.name,
    schema_version: 1,
    branch: null,
    occurred_at: issuedBefore,
    recorded_at: issuedBefore,
    trace: null,
  };
  const value = JSON.stringify({ memberId, subject, issuedBefore: issuedBefore.toISOString() });
  const message = { key: memberId, value, headers: headersOf(row, 'network'), partition: partitionOf(memberId) };
  await producer.send({ topic: MemberSessionsEnded.topic, messages: [message] });
}

it('hears of sessions that ended before it began to listen and since, and of nobody else’s', async () => {
  const now = new Date();
  const issued = (sub: string) => ({ sub, iat: Math.floor(now.getTime() / 1_000) - 60 });
  const ended = new EndedSessions({ now: () => now });
  const heard = new EventEmitter();
  ended.watch((subject) => heard.emit(subject));
  const [early, late] = [randomUUID(), randomUUID()];
  await announce(early, now);
  const listener = new EndedSessionsListener({ kafka, service: 'test', ids: new RandomIds(), log, ended });
  const first = once(heard, early);
  listener.start();
  try {
    await first;
    const second = once(heard, late);
    await announce(late, now);
    await second;
    expect([early, late, randomUUID()].map((sub) => ended.refuses(issued(sub)))).toEqual([true, true, false]);
  } finally {
    await listener.stop();
  }
});
