import { linkKey } from '#access';

/** What addresses of calendars are signed with: nothing of them lies in a table, and a revoked one cannot be guessed anew. */
export class FeedKey {
  private constructor(readonly bytes: Buffer) {}

  /** From the secret that the services share, by a name that nothing else uses; without one, in a test, for this process only. */
  static from(environment: NodeJS.ProcessEnv): FeedKey {
    return new FeedKey(linkKey(environment['SUBGRAPH_SECRET'], 'addresses of calendars'));
  }
}
