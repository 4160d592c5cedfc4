import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Query, Resolver } from '@nestjs/graphql';
import { Allow, ANYONE_SIGNED_IN } from '#access';
import { Service } from '#runtime';
import { startForTest, type TestService } from '#testing';

@Resolver()
class NothingResolver {
  @Query(() => Boolean)
  @Allow(ANYONE_SIGNED_IN)
  nothing(): boolean {
    return true;
  }
}

@Service({ name: 'measured', entities: [], migrations: [], providers: [NothingResolver] })
class MeasuredModule {}

let service: TestService;
beforeAll(async () => {
  service = await startForTest(MeasuredModule);
});
afterAll(() => service.stop());

const metrics = (authorization?: string) =>
  service.app.inject({ method: 'GET', url: '/metrics', headers: authorization ? { authorization } : {} });

it('tells a collector what waits to be sent, to be read and to be mended', async () => {
  await service.tables((tx) =>
    tx.query(
      `INSERT INTO dead_letter (topic, partition, kafka_offset, reason, detail, headers, set_aside_at)
       VALUES ('network.branches', 0, 7, 'INVALID', '', '{}', now())`,
    ),
  );
  const answer = await metrics(`Bearer ${service.config.metricsToken}`);
  expect(answer.statusCode).toBe(200);
  for (const line of [
    'passerelle_dead_letters 1',
    'passerelle_parked_keys 0',
    'passerelle_relay_pending_events 0',
    'passerelle_relay_active 0',
    'passerelle_consumer_reading{reader="live"} 1',
    'passerelle_database_connections_waited_for{pool="requests"} 0',
  ])
    expect(answer.body).toContain(line);
});

it('tells nobody else', async () => {
  expect((await metrics()).statusCode).toBe(401);
  expect((await metrics('Bearer another token altogether')).statusCode).toBe(401);
});
