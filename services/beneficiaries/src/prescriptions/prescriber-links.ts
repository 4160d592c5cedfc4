import { idInLink, linkKey, signLink } from '#access';

/** Where prescribers' links lead, and what they are signed with: one key to write a prescription by, one to follow it by. */
export class PrescriberLinks {
  private constructor(
    private readonly keys: { readonly write: Buffer; readonly follow: Buffer },
    private readonly publicUrl: string,
  ) {}

  /** Without a shared secret, in a test, links hold in this process only. */
  static from(environment: NodeJS.ProcessEnv): PrescriberLinks {
    const keyOf = (kind: Parameters<typeof linkKey>[1]) => linkKey(environment['SUBGRAPH_SECRET'], kind);
    const keys = { write: keyOf('links to prescribe by'), follow: keyOf('links to follow prescriptions by') };
    return new PrescriberLinks(keys, environment['PUBLIC_URL'] ?? 'http://localhost');
  }

  /** The link of a letter, to write one prescription by. */
  toWrite(letterId: string): string {
    return this.to(signLink(letterId, this.keys.write));
  }

  /** The link by which one prescription is followed. */
  toFollow(prescriptionId: string): string {
    return this.to(signLink(prescriptionId, this.keys.follow));
  }

  /** What a token names; nothing at all for one that was not signed here. */
  read(token: string): { readonly letterId?: string; readonly prescriptionId?: string } {
    const letterId = idInLink(token, this.keys.write);
    if (letterId !== undefined) return { letterId };
    const prescriptionId = idInLink(token, this.keys.follow);
    return prescriptionId === undefined ? {} : { prescriptionId };
  }

  // After the hash mark: what stands there is sent to no server, and so kept in no log.
  private to(token: string): string {
    return new URL(`/orient#${token}`, this.publicUrl).href;
  }
}
