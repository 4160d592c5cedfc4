import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { may, Permission, type Role } from '#access';
import { QUERY_NOT_KNOWN } from '../gateway.refusals.js';

/** The queries that the dashboard's pages ask, written down by its build: what everybody signed in may ask. */
export class KnownDocuments {
  private constructor(private readonly hashes: ReadonlySet<string>) {}

  /** Reads the list: SHA-256 of each text, in hex. A network in production does not start without it. */
  static async load(file: string): Promise<KnownDocuments> {
    return new KnownDocuments(new Set(z.array(z.hash('sha256')).parse(JSON.parse(await readFile(file, 'utf8')))));
  }

  /** Refuses `QUERY_NOT_KNOWN` for any other query, introspection included, of whoever may not query freely. */
  refuseUnknown(text: string, role: Role): void {
    if (may(role, Permission.QueryFreely)) return;
    if (!this.hashes.has(createHash('sha256').update(text).digest('hex'))) throw QUERY_NOT_KNOWN({});
  }
}
