import { SIGNATURE_HEADER, signRequest } from '#access';
import type { Clock, Ids } from '#persistence';
import { postTo, type UpstreamAnswer, type UpstreamRequest } from './post-to.js';

/** The only way from the gateway to a service: every body is signed, byte for byte as it is sent. */
export class Upstream {
  constructor(
    private readonly secret: string,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Throws as `postTo` does. */
  async post(request: UpstreamRequest): Promise<UpstreamAnswer> {
    const signature = signRequest({
      secret: this.secret,
      body: request.body,
      timestamp: this.clock.now().getTime(),
      nonce: this.ids.next(),
    });
    return postTo({
      ...request,
      headers: { ...request.headers, [SIGNATURE_HEADER]: signature, 'x-passerelle-service': 'gateway' },
    });
  }
}
