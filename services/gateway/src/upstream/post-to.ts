import { request as askPlainly, type IncomingMessage, Agent as PlainAgent, type RequestOptions } from 'node:http';
import { request as askSecurely, Agent as SecureAgent } from 'node:https';

/** What came back from a service. */
export interface UpstreamAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
}

/** One POST to a service. */
export interface UpstreamRequest {
  readonly url: string;
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

const MAX_ANSWER_BYTES = 20_000_000;
// A question of ours never waits for a connection behind another's.
const plain = new PlainAgent({ keepAlive: true });
const secure = new SecureAgent({ keepAlive: true });

/**
 * Sends a body and reads the answer, over connections that are kept. Throws when the service cannot be reached in time,
 * when its answer is out of all proportion, and when it redirects: services do not send the gateway elsewhere. Not `fetch`: with
 * its streams it cost more than all the planning (B6).
 */
export function postTo({ url, body, headers, signal }: UpstreamRequest): Promise<UpstreamAnswer> {
  return new Promise((resolve, reject) => {
    const options: RequestOptions = {
      method: 'POST',
      signal,
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
    };
    const request = url.startsWith('https:')
      ? askSecurely(url, { ...options, agent: secure })
      : askPlainly(url, { ...options, agent: plain });
    request.on('error', reject);
    request.on('response', (response) => {
      read(response).then(resolve, (error: unknown) => {
        reject(error);
        request.destroy();
      });
    });
    request.end(body);
  });
}

function read(response: IncomingMessage): Promise<UpstreamAnswer> {
  return new Promise((resolve, reject) => {
    const status = response.statusCode ?? 0;
    if (status >= 300 && status < 400) return reject(new Error('A service answered with a redirect.'));
    const chunks: Buffer[] = [];
    let size = 0;
    response.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > MAX_ANSWER_BYTES) reject(new Error('The answer of a service is out of all proportion.'));
      else chunks.push(chunk);
    });
    response.on('error', reject);
    response.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8');
      resolve({ status, contentType: response.headers['content-type'] ?? '', text });
    });
  });
}
