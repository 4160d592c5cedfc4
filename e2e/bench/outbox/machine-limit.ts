import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Contestant } from '../compare.ts';
import { as, PAYLOAD, ROWS } from './contenders.ts';
import { peersHome } from './peers-home.ts';

/** Records of Kafka's own test: enough that its start weighs little. */
const RECORDS = 100_000;

/**
 * What this machine lets any sender do: the slower of Kafka's own producer test (records of 1 KB, all acknowledgements) and
 * of one statement that gives all rows of a table out and forgets them.
 */
export function machineLimit(url: string, topic: string, rows: number): Contestant {
  return {
    name: 'the slower of Kafka’s own producer test and of one statement that gives all rows out and forgets them',
    prepare: () =>
      as(url, async (client) => {
        await client.query('DROP TABLE IF EXISTS given_out');
        await client.query('CREATE TABLE given_out (n int PRIMARY KEY, payload jsonb)');
        await client.query(`INSERT INTO given_out SELECT n, ${PAYLOAD} FROM ${ROWS}`, [0, rows]);
      }),
    async run() {
      let given = 0;
      const begun = performance.now();
      await as(url, async (client) => {
        given = (await client.query('DELETE FROM given_out RETURNING n, payload')).rows.length;
      });
      const perSecond = (rows * 1_000) / (performance.now() - begun);
      const produced = await producerTest(topic);
      process.stderr.write(
        `  limit: ${Math.round(produced)} records/s sent, ${Math.round(perSecond)} rows/s given out\n`,
      );
      return { correct: given === rows, perSecond: Math.min(perSecond, produced) };
    },
  };
}

/** Records a second, as Kafka's test says in its last line. */
async function producerTest(topic: string): Promise<number> {
  const { stdout } = await promisify(execFile)('java', [
    '-Xmx512m',
    '-cp',
    `${join(peersHome, 'jars')}/*`,
    'org.apache.kafka.tools.ProducerPerformance',
    ...['--topic', topic, '--num-records', String(RECORDS), '--record-size', '1024', '--throughput', '-1'],
    ...['--producer-props', `bootstrap.servers=${process.env['KAFKA_BROKERS']}`, 'acks=all', 'linger.ms=5'],
  ]);
  const rate = /([\d.]+) records\/sec/.exec(stdout.trim().split('\n').at(-1) ?? '')?.[1];
  if (rate === undefined) throw new Error(`Kafka's producer test said: ${stdout}`);
  return Number(rate);
}
