import { expect, it } from '@jest/globals';
import pg from 'pg';
import { kafkaAnswers } from './kafka.ts';

it('gives every test run a real Postgres 18 and a real Kafka', async () => {
  const client = new pg.Client({ connectionString: process.env.TEST_POSTGRES_URL });
  await client.connect();
  const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
  await client.end();
  expect(rows[0]?.server_version).toMatch(/^18\./);
  expect(await kafkaAnswers(Number(process.env.KAFKA_BROKERS?.split(':')[1]))).toBe(true);
});
