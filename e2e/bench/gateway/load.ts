/* Asks one address over so many connections for so many seconds, and checks every answer by its length. */
import { Agent, request } from 'node:http';

/** What to ask, of whom, how hard. */
export interface Load {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly connections: number;
  readonly ms: number;
  /** Bytes of a right answer. */
  readonly length: number;
}

/** What came of it. */
export interface LoadResult {
  readonly answers: number;
  readonly wrong: number;
  readonly ms: number;
  readonly p50: number;
  readonly p99: number;
  /** One answer in full. */
  readonly sample: string;
}

process.on('message', (load: Load) => {
  void run(load).then((result) => process.send?.(result));
});
process.once('disconnect', () => process.exit(0));

async function run(load: Load): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.connections });
  const times: number[] = [];
  let wrong = 0;
  let sample = '';
  const begun = performance.now();
  const oneCaller = async () => {
    while (performance.now() - begun < load.ms) {
      const asked = performance.now();
      const answer = await ask(agent, load).catch((error: Error) => Buffer.from(error.message));
      times.push(performance.now() - asked);
      // Some end their answers with a line feed.
      const isRight = answer.length - (answer.at(-1) === 0x0a ? 1 : 0) === load.length;
      if (!isRight) wrong += 1;
      if (sample === '' || !isRight) sample = answer.toString('utf8');
    }
  };
  await Promise.all(Array.from({ length: load.connections }, oneCaller));
  const ms = performance.now() - begun;
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(share * (times.length - 1))] ?? Number.NaN;
  return { answers: times.length - wrong, wrong, ms, p50: at(0.5), p99: at(0.99), sample };
}

function ask(agent: Agent, { url, headers, body }: Load): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      agent,
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers },
    });
    sent.on('error', reject);
    sent.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => resolve(Buffer.concat(chunks)));
    });
    sent.end(body);
  });
}
