import type { EventDefinition } from '#events';
import { fileNameOf, schemaOf } from './event-schemas.js';
import type { DescribedService } from './services.js';
import type { WrittenEvent } from './sources.js';
import { yamlOf } from './yaml.js';

const FOLDER = 'docs/events';

/** The events' pages by path: a JSON Schema each, an AsyncAPI document, an index for readers. */
export function eventPages(
  definitions: ReadonlyMap<string, EventDefinition>,
  written: ReadonlyMap<string, WrittenEvent>,
  services: readonly DescribedService[],
): Map<string, string> {
  const events = [...definitions.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  const pages = new Map(
    events.map((event): [string, string] => [
      `${FOLDER}/${fileNameOf(event)}.json`,
      jsonOf({
        $schema: 'http://json-schema.org/draft-07/schema#',
        title: fileNameOf(event),
        description: written.get(event.name)?.doc ?? '',
        ...schemaOf(event),
      }),
    ]),
  );
  pages.set(`${FOLDER}/asyncapi.yaml`, yamlOf(asyncApiOf(events, written)));
  pages.set(`${FOLDER}/README.md`, indexOf(events, written, services));
  return pages;
}

/** JSON as it is committed. */
export function jsonOf(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function asyncApiOf(events: readonly EventDefinition[], written: ReadonlyMap<string, WrittenEvent>) {
  const topics = [...new Set(events.map((event) => event.topic))].sort();
  const of = (topic: string) => events.filter((event) => event.topic === topic);
  const reference = (path: string) => ({ $ref: `#/${path}` });
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Passerelle events',
      version: '1.0.0',
      description:
        'Facts of a digital-inclusion network: one topic per aggregate type, one record per fact, CloudEvents headers, no personal data.',
      license: { name: 'Apache-2.0' },
    },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(
      topics.map((topic) => [
        topic,
        {
          address: topic,
          description: `Owned by the ${ownerOf(topic)} service; kept for ever.`,
          messages: Object.fromEntries(
            of(topic).map((event) => [
              messageOf(event, written),
              reference(`components/messages/${messageOf(event, written)}`),
            ]),
          ),
        },
      ]),
    ),
    operations: Object.fromEntries(
      topics.map((topic) => [
        `announce ${topic}`,
        {
          action: 'send',
          channel: reference(`channels/${topic}`),
          summary: `The ${ownerOf(topic)} service announces.`,
        },
      ]),
    ),
    components: {
      messages: Object.fromEntries(
        events.map((event) => [
          messageOf(event, written),
          {
            name: event.name,
            title: `${event.name}, version ${event.version}`,
            summary: written.get(event.name)?.doc ?? '',
            headers: reference('components/schemas/envelope'),
            payload: schemaOf(event),
            bindings: { kafka: { key: { type: 'string', description: `The ${event.key}.` } } },
          },
        ]),
      ),
      schemas: { envelope: ENVELOPE },
    },
  };
}

const text = (description: string) => ({ type: 'string', description });
const ENVELOPE = {
  type: 'object',
  required: [
    'ce_specversion',
    'ce_id',
    'ce_type',
    'ce_source',
    'ce_time',
    'ce_subject',
    'schemaversion',
    'aggregateversion',
    'recordedat',
  ],
  properties: {
    ce_specversion: { type: 'string', const: '1.0' },
    ce_id: { type: 'string', format: 'uuid', description: 'UUIDv7, unique for ever: dedupe by it.' },
    ce_type: text('The event’s name.'),
    ce_source: text('The service that announces it.'),
    ce_time: { type: 'string', format: 'date-time', description: 'When it happened.' },
    ce_subject: text('The aggregate’s id, also the record’s key.'),
    schemaversion: text('Version of the body.'),
    aggregateversion: text('1, 2, 3… within the aggregate, without a gap.'),
    recordedat: { type: 'string', format: 'date-time', description: 'When its owner wrote it down.' },
    branch: text('Two-letter code; absent = the network itself.'),
    traceparent: text('W3C trace context.'),
  },
};

function indexOf(
  events: readonly EventDefinition[],
  written: ReadonlyMap<string, WrittenEvent>,
  services: readonly DescribedService[],
): string {
  const owners = [...new Set(events.map((event) => ownerOf(event.topic)))].sort();
  const sections = owners.map((owner) => {
    const rows = events
      .filter((event) => ownerOf(event.topic) === owner)
      .map((event) => {
        const listeners = services.filter((service) => service.listensTo.includes(event.name)).map(({ name }) => name);
        const cells = [
          `[\`${event.name}\`](${fileNameOf(event)}.json) v${event.version}`,
          written.get(event.name)?.doc ?? '',
          `\`${event.topic}\` · \`${event.key}\``,
          listeners.join(', ') || '—',
        ];
        return `| ${cells.map(cellOf).join(' | ')} |`;
      });
    const head = ['| Event | What happened | Topic · key | Who listens |', '|---|---|---|---|'];
    return [`## Announced by ${owner}`, '', ...head, ...rows, ''].join('\n');
  });
  return `# Events

Written by \`npm run contracts\` from \`libs/events\`; do not edit. Each name leads to the JSON Schema of its body, and
[\`asyncapi.yaml\`](asyncapi.yaml) describes the whole for tools. Headers are those of CloudEvents 1.0. A body carries ids
and coarse classes, never a person's name, phone, mail, birth date or free text. Within a version fields are only added;
anything else is a new version, and every version ever released can still be read.

${sections.join('\n')}`;
}

const ownerOf = (topic: string): string => topic.split('.')[0] ?? '';
/** Names are unique in the document: what several services announce alike is told by its owner. */
const messageOf = (event: EventDefinition, written: ReadonlyMap<string, WrittenEvent>): string => {
  const constant = written.get(event.name)?.constant ?? event.name;
  const shared = [...written.values()].filter((one) => one.constant === constant).length > 1;
  return `${shared ? `${ownerOf(event.topic)}-` : ''}${constant}V${event.version}`;
};
/** A text that cannot break its table row. */
export const cellOf = (words: string): string => words.replaceAll('|', '\\|').replaceAll('\n', ' ');
