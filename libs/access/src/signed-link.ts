import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

const testSecret = randomBytes(32).toString('hex');

/** What links are made for; each kind has a key of its own, so that none opens another's door. */
export type LinkKind =
  | 'links of offers'
  | 'addresses of calendars'
  | 'links to prescribe by'
  | 'links to follow prescriptions by';

/**
 * A key for one kind of link, drawn from the secret that the services share: whoever makes such links and whoever reads them have the same.
 * Without a secret, in a test, it holds in this process only.
 */
export function linkKey(secret: string | undefined, kind: LinkKind): Buffer {
  return Buffer.from(hkdfSync('sha256', secret ?? testSecret, '', kind, 32));
}

/** What a link carries: an id and a signature over it. It says nothing else, and nobody can make one up. */
export function signLink(id: string, key: Buffer): string {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
  return `${bytes.toString('base64url')}.${signatureOf(bytes, key).toString('base64url')}`;
}

/** The id that a link names; undefined for a link that was not signed with this key. */
export function idInLink(token: string, key: Buffer): string | undefined {
  const [, head = '', tail = ''] = /^([\w-]{22})\.([\w-]{43})$/.exec(token) ?? [];
  const id = Buffer.from(head, 'base64url');
  const signature = Buffer.from(tail, 'base64url');
  const right = signatureOf(id, key);
  if (signature.length !== right.length || !timingSafeEqual(signature, right)) return undefined;
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function signatureOf(id: Buffer, key: Buffer): Buffer {
  return createHmac('sha256', key).update(id).digest();
}
