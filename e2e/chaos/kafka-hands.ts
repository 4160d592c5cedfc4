import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import kafkajs, { type Admin, Kafka, logLevel, type Producer } from 'kafkajs';
import type { Chance } from './chance.ts';

/** Topics whose events are told in figures or copied by other services. */
export const TOPICS = [
  'beneficiaries.people',
  'equipment.devices',
  'equipment.sales',
  'network.branches',
  'network.places',
  'workshops.refused-drop-ins',
  'workshops.sessions',
  'workshops.support-acts',
] as const;
/** The groups that read, named for their services. */
export const READERS = ['beneficiaries', 'workshops', 'equipment', 'reporting'] as const;

/** A record that no release of ours ever wrote. */
export interface Poison {
  readonly topic: string;
  readonly key: string;
  readonly what: string;
  /** A reader that understands its type must set it aside; nobody understands the others. */
  readonly mustBeSetAside: boolean;
}

/** What somebody with access to the brokers can do to the topics. */
export class KafkaHands {
  private readonly admin: Admin;
  private readonly producer: Producer;
  private readonly kafka: Kafka;
  private readonly chance: Chance;

  constructor(brokers: string, chance: Chance) {
    this.kafka = new Kafka({ clientId: 'chaos', brokers: brokers.split(','), logLevel: logLevel.NOTHING });
    this.admin = this.kafka.admin();
    this.producer = this.kafka.producer({ allowAutoTopicCreation: false });
    this.chance = chance;
  }

  async connect(): Promise<void> {
    await this.admin.connect();
    await this.producer.connect();
  }

  async close(): Promise<void> {
    await this.producer.disconnect().catch(() => undefined);
    await this.admin.disconnect().catch(() => undefined);
  }

  /** What Kafka remembers of where readers are. Theirs to remember is their own place of record. */
  async forgetOffsets(): Promise<void> {
    const offsets = async (groupId: string) => {
      for (const { topic, partitions } of await this.admin.fetchOffsets({ groupId }))
        await this.admin
          .setOffsets({ groupId, topic, partitions: partitions.map(({ partition }) => ({ partition, offset: '0' })) })
          .catch(() => undefined); // A group with members keeps its offsets from us.
    };
    await Promise.all(READERS.map((group) => offsets(group).catch(() => undefined)));
    await this.admin.deleteGroups([...READERS]).catch(() => undefined);
  }

  async deleteTopic(topic: string): Promise<void> {
    await this.admin.deleteTopics({ topics: [topic] });
  }

  /** More partitions for a topic; none, when it has so many already. */
  async addPartitions(topic: string, count: number): Promise<void> {
    await this.insist(async () => {
      const { topics } = await this.admin.fetchTopicMetadata({ topics: [topic] });
      if ((topics[0]?.partitions.length ?? count) >= count) return;
      await this.admin.createPartitions({ topicPartitions: [{ topic, count }] });
    });
  }

  /** Nobody may read in this group: the broker says so to whoever does, and clients call that final. */
  async denyGroup(group: string): Promise<void> {
    await this.insist(() => this.admin.createAcls({ acl: [denial(group)] }));
  }

  /** They may read again: the rule must not outlive the schedule. */
  async allowGroup(group: string): Promise<void> {
    await this.insist(() => this.admin.deleteAcls({ filters: [denial(group)] }));
  }

  /** A broker that another fault holds down closes our line: it is dialled until somebody answers. */
  private async insist(act: () => Promise<unknown>): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        await act();
        return;
      } catch (error) {
        if (tries === 60) throw error;
        await pause(500);
        await this.admin.disconnect().catch(() => undefined);
        await this.admin.connect().catch(() => undefined);
      }
    }
  }

  /** Every record of a topic once more, each key's in another order. */
  async replay(topic: string): Promise<number> {
    const records = await this.read(topic);
    const shuffled = records
      .map((record) => ({ record, at: this.chance.next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ record }) => record);
    for (let at = 0; at < shuffled.length; at += 500)
      await this.producer.send({ topic, acks: -1, messages: shuffled.slice(at, at + 500) });
    return shuffled.length;
  }

  /** Records that break the contract, each under a key of its own. */
  async poison(): Promise<Poison[]> {
    const act = 'workshops.support-act-recorded';
    const kinds: [what: string, type: string, version: string, value: string, aside: boolean][] = [
      ['no JSON', act, '1', '{"supportActId":', true],
      ['a version to come', act, '9', '{}', true],
      ['a type to come', 'workshops.something-else-happened', '1', '{}', false],
      ['a NUL byte', act, '1', '{"after":"\u0000"}', true],
      ['a lone surrogate and the year 9999', act, '1', '{"after":{"occurredOn":"9999-12-31","note":"\\ud800"}}', true],
      ['two thirds of a megabyte', act, '1', JSON.stringify({ note: 'n'.repeat(650_000) }), true],
    ];
    const topic = 'workshops.support-acts';
    const made: Poison[] = [];
    for (const [what, type, version, value, mustBeSetAside] of kinds) {
      const key = randomUUID();
      const now = new Date().toISOString();
      const headers = {
        ce_specversion: '1.0',
        ce_id: randomUUID(),
        ce_type: type,
        ce_source: 'workshops',
        ce_time: now,
        ce_subject: key,
        schemaversion: version,
        aggregateversion: '1',
        recordedat: now,
        branch: 'BX',
      };
      await this.producer.send({ topic, acks: -1, messages: [{ key, headers, value, partition: made.length % 6 }] });
      made.push({ topic, key, what, mustBeSetAside });
    }
    return made;
  }

  private async read(topic: string) {
    const ends = await this.admin.fetchTopicOffsets(topic);
    const wanted = new Map(ends.map(({ partition, high }) => [partition, Number(high) - 1]));
    const found: { key: Buffer | null; value: Buffer | null; headers: object; partition: number }[] = [];
    const consumer = this.kafka.consumer({ groupId: `chaos-${randomUUID()}`, maxWaitTimeInMs: 100 });
    await consumer.connect();
    await consumer.subscribe({ topic, fromBeginning: true });
    const left = new Set([...wanted].filter(([, last]) => last >= 0).map(([partition]) => partition));
    await new Promise<void>((done, fail) => {
      if (left.size === 0) return done();
      setTimeout(done, 20_000).unref();
      consumer
        .run({
          eachMessage: async ({ partition, message }) => {
            const { key, value, headers } = message;
            found.push({ key, value, headers: headers ?? {}, partition });
            if (Number(message.offset) >= (wanted.get(partition) ?? 0)) left.delete(partition);
            if (left.size === 0) done();
          },
        })
        .catch(fail);
    });
    await consumer.disconnect();
    return found as { key: Buffer; value: Buffer; headers: Record<string, Buffer>; partition: number }[];
  }
}

// Node finds no names for these in the package: they hang on its default.
const { AclOperationTypes, AclPermissionTypes, AclResourceTypes, ResourcePatternTypes } = kafkajs;

function denial(group: string) {
  return {
    resourceType: AclResourceTypes.GROUP,
    resourceName: group,
    resourcePatternType: ResourcePatternTypes.LITERAL,
    principal: 'User:ANONYMOUS',
    host: '*',
    operation: AclOperationTypes.READ,
    permissionType: AclPermissionTypes.DENY,
  };
}
