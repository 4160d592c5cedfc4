import { Client } from 'pg';
import { ask, network, tokenOf } from '../../journeys/caller.js';

/** Somebody before a number that grows: knows when each value was first seen. */
export interface Watcher {
  readonly name: string;
  /** What it shows now. */
  value(): number;
  /** When it first showed so much or more; undefined while it does not. */
  seenAt(value: number): number | undefined;
  close(): Promise<void>;
}

const MANAGER = 'branch-manager-bordeaux';

/** A page of the dashboard: hears of a tick over server-sent events, and asks again for what it shows. */
export async function page(from: string): Promise<Watcher> {
  const query = `{ figures(input: { from: "${from}", to: "${from}", branches: ["BX"] }) { figures(of: [SUPPORT_ACTS]) { value } } }`;
  const board = showing('mutation to page', async () => {
    const { data } = await ask(MANAGER, query);
    const figures = data?.['figures'] as { figures: { value: number }[] } | null | undefined;
    return figures?.figures[0]?.value ?? 0;
  });
  const stop = new AbortController();
  const headers = { authorization: `Bearer ${await tokenOf(MANAGER)}`, accept: 'text/event-stream' };
  const response = await fetch(`${network()}/live`, { headers, signal: stop.signal });
  const heard = (async () => {
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? [])
      if (chunk.includes('event: tick')) board.look();
  })().catch(() => undefined);
  await board.first();
  return {
    ...board,
    async close() {
      stop.abort();
      await heard;
      await board.rest();
    },
  };
}

/** The shortest way there could be: the database that was written to notifies, and is asked for the number itself. */
export async function notified(workshopsUrl: string): Promise<Watcher> {
  const client = new Client({ connectionString: workshopsUrl });
  const listener = new Client({ connectionString: workshopsUrl });
  await client.connect();
  await listener.connect();
  await client.query(
    `CREATE FUNCTION tell_written() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NOTIFY written; RETURN NULL; END $$;
     CREATE TRIGGER tell_written AFTER INSERT ON outbox_event FOR EACH STATEMENT EXECUTE FUNCTION tell_written()`,
  );
  const board = showing('LISTEN / NOTIFY of the written database', async () => {
    const { rows } = await client.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM outbox_event WHERE type = 'workshops.support-act-recorded'`,
    );
    return rows[0]?.n ?? 0;
  });
  listener.on('notification', () => board.look());
  await listener.query('LISTEN written');
  await board.first();
  return {
    ...board,
    async close() {
      await listener.end();
      await board.rest();
      await client.end();
    },
  };
}

/** Reads when told to, one read at a time; what is told while it reads makes it read once more. */
function showing(name: string, read: () => Promise<number>) {
  let value = -1;
  let wanted = false;
  let reading: Promise<void> | undefined;
  const seen: { readonly value: number; readonly at: number }[] = [];
  const readOn = async () => {
    while (wanted) {
      wanted = false;
      const now = await read();
      if (now > value) seen.push({ value: now, at: performance.now() });
      value = Math.max(value, now);
    }
    reading = undefined;
  };
  const look = () => {
    wanted = true;
    reading ??= readOn();
  };
  return {
    name,
    look,
    value: () => value,
    seenAt: (wantedValue: number) => seen.find((one) => one.value >= wantedValue)?.at,
    async first() {
      look();
      await reading;
    },
    rest: async () => reading,
  };
}
