/*
 * `npm run dead-letters`: what each service has set aside. `-- replay SERVICE TOPIC KEY`: tries a key again.
 * `-- discard SERVICE TOPIC KEY "REASON"`: lets go of what cannot be applied. `-- replay-all`: tries everything again.
 */
import { askGateway, operate, Refused, services } from './ask-gateway.ts';

interface Letter {
  reader: string;
  topic: string;
  key: string | null;
  type: string | null;
  reason: string;
  detail: string;
  payload: string | null;
  trace: string | null;
  setAsideAt: string;
}

interface Outcome {
  replayed: number;
  waiting: number;
  reason: string | null;
  detail: string | null;
}

const PATH = '/operations/dead-letters';
const USAGE = `npm run dead-letters -- [list | replay SERVICE TOPIC KEY | replay-all | discard SERVICE TOPIC KEY "REASON"]`;

async function lettersOf(service: string): Promise<Letter[]> {
  const letters: Letter[] = [];
  for (let after: string | null = null; ; ) {
    const page: { items: Letter[]; endCursor: string | null } = await askGateway(PATH, {
      service,
      do: 'list',
      after,
      first: 100,
    });
    letters.push(...page.items);
    after = page.endCursor;
    if (after === null) return letters;
  }
}

async function list(): Promise<void> {
  let count = 0;
  for (const service of services) {
    for (const letter of await lettersOf(service)) {
      count += 1;
      console.log(`${letter.setAsideAt}  ${service}  ${letter.reason}  ${letter.type ?? '?'}`);
      console.log(
        `  topic ${letter.topic}  key ${letter.key ?? '-'}  reader ${letter.reader}  trace ${letter.trace ?? '-'}`,
      );
      if (letter.detail) console.log(`  ${letter.detail}`);
      if (letter.payload) console.log(`  ${letter.payload.slice(0, 2_000)}`);
    }
  }
  console.log(`${count} set aside`);
}

async function replay(service: string, topic: string, key: string | null): Promise<void> {
  tell(`${topic} ${key ?? '-'}`, await askGateway<Outcome>(PATH, { service, do: 'replay', topic, key }));
}

async function replayAll(): Promise<void> {
  for (const service of services) {
    const keys = new Map((await lettersOf(service)).map(({ topic, key }) => [`${topic} ${key}`, { topic, key }]));
    for (const { topic, key } of keys.values()) await replay(service, topic, key);
  }
}

function tell(what: string, { replayed, waiting, reason, detail }: Outcome): void {
  const why = reason ? ` (${reason}: ${detail ?? ''})` : '';
  console.log(`${what}: ${replayed} applied, ${waiting} still set aside${why}`);
}

await operate(async () => {
  const [verb = 'list', service = '', topic = '', key = '', reason = ''] = process.argv.slice(2);
  if (verb === 'list') return list();
  if (verb === 'replay-all') return replayAll();
  if (verb === 'replay' && topic) return replay(service, topic, key || null);
  if (verb === 'discard' && topic && reason) {
    const outcome = await askGateway<Outcome>(PATH, { service, do: 'discard', topic, key: key || null, reason });
    return tell(`${topic} ${key}`, outcome);
  }
  throw new Refused(USAGE);
});
