import { SIGNATURE_HEADER, signRequest } from '#access';
import type { Clock, Ids } from '#persistence';

/** What came back from a service; `undefined` stands for no usable answer. */
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

const MAX_ANSWER_CHARACTERS = 20_000_000;

/** The only way from the gateway to a service: every body is signed, byte for byte as it is sent. */
export class Upstream {
  constructor(
    private readonly secret: string,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Throws when the service cannot be reached in time. A redirect is a fault: services do not send the gateway elsewhere. */
  async post(request: UpstreamRequest): Promise<UpstreamAnswer> {
    const signature = signRequest({
      secret: this.secret,
      body: request.body,
      timestamp: this.clock.now().getTime(),
      nonce: this.ids.next(),
    });
    const response = await fetch(request.url, {
      method: 'POST',
      body: request.body,
      headers: { ...request.headers, [SIGNATURE_HEADER]: signature, 'x-passerelle-service': 'gateway' },
      signal: request.signal,
      redirect: 'error',
    });
    const text = await response.text();
    if (text.length > MAX_ANSWER_CHARACTERS) throw new Error('The answer of a service is out of all proportion.');
    return { status: response.status, contentType: response.headers.get('content-type') ?? '', text };
  }
}
