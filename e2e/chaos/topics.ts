import { randomUUID } from 'node:crypto';
import { Kafka, logLevel } from 'kafkajs';

/** Every record that lies on our services' topics: its key, headers and value as one text. */
export async function everythingOnTopics(): Promise<string[]> {
  const brokers = String(process.env['KAFKA_BROKERS']).split(',');
  const kafka = new Kafka({ clientId: 'reader', brokers, logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  const topics = (await admin.listTopics()).filter((topic) =>
    /^(beneficiaries|workshops|equipment|reporting)\./.test(topic),
  );
  let waiting = 0;
  for (const topic of topics)
    for (const { high, low } of await admin.fetchTopicOffsets(topic)) waiting += Number(high) - Number(low);
  await admin.disconnect();
  const consumer = kafka.consumer({ groupId: `reader-${randomUUID()}` });
  await consumer.connect();
  await consumer.subscribe({ topics, fromBeginning: true });
  const found: string[] = [];
  await new Promise<void>((done, failed) => {
    if (waiting === 0) done();
    const eachMessage = async ({
      message,
    }: {
      message: { key: Buffer | null; value: Buffer | null; headers?: object };
    }) => {
      const headers = JSON.stringify(
        Object.entries(message.headers ?? {}).map(([name, value]) => `${name} ${String(value)}`),
      );
      found.push(`${String(message.key)} ${headers} ${String(message.value)}`);
      if (found.length >= waiting) done();
    };
    consumer.run({ autoCommit: false, eachMessage }).catch(failed);
  });
  await consumer.disconnect();
  return found;
}
