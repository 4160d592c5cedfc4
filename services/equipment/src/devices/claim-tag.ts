import type { EquipmentType } from '#events';
import type { Tx } from '#persistence';
import { branchCodes } from '../known/known.js';
import { NO_TAG_LEFT, TAG_MALFORMED, TAG_TAKEN, TAG_TYPE_MISMATCH, TYPE_OR_TAG_NEEDED } from './device.refusals.js';
import { readTag, type Tag, tagOf, tagPrefix } from './tag.js';

/** What is asked for: a tag already stuck on the device, or the next free one of its kind. */
export interface TagWish {
  readonly tag?: string | null | undefined;
  readonly type?: EquipmentType | null | undefined;
}

/**
 * Takes a tag for a device, network-wide. Refuses `TAG_MALFORMED`, `TAG_TYPE_MISMATCH`, `TAG_TAKEN`,
 * `TYPE_OR_TAG_NEEDED`, `NO_TAG_LEFT`.
 */
export async function claimTag(tx: Tx, wish: TagWish, device: { id: string; branch: string }, day: string) {
  if (wish.tag != null && wish.tag.trim() !== '') {
    const tag = readTag(wish.tag);
    if (!tag || !(await branchCodes(tx)).has(tag.branch)) throw TAG_MALFORMED({}, 'input.tag');
    if (wish.type != null && wish.type !== tag.type) throw TAG_TYPE_MISMATCH({ tag: tag.text }, 'input.tag');
    if (!(await take(tx, tag, device))) throw TAG_TAKEN({ tag: tag.text }, 'input.tag');
    return tag;
  }
  if (wish.type == null) throw TYPE_OR_TAG_NEEDED({}, 'input.tag');
  return nextTag(tx, { branch: device.branch, type: wish.type, year: day.slice(2, 4) }, device);
}

/** A tag given by hand may come between looking and taking: then the next one is tried. */
async function nextTag(tx: Tx, kind: Pick<Tag, 'branch' | 'type' | 'year'>, device: { id: string; branch: string }) {
  const prefix = tagPrefix(kind);
  // Two receptions of one kind take turns, so that numbers follow each other.
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('device tag ' || $1))`, [prefix]);
  for (;;) {
    const number = await nextNumber(tx, prefix);
    if (number === null) throw NO_TAG_LEFT({ prefix }, 'input.type');
    const tag = tagOf({ ...kind, number });
    if (await take(tx, tag, device)) return tag;
  }
}

/** The one after the highest; when the highest is the last there can be, the first gap. */
async function nextNumber(tx: Tx, prefix: string): Promise<number | null> {
  const [highest]: { number: number }[] = await tx.query(
    'SELECT coalesce(max(number), 0) AS number FROM device_tag WHERE prefix = $1',
    [prefix],
  );
  if (highest && highest.number < 9_999) return highest.number + 1;
  const [gap]: { number: number }[] = await tx.query(
    `SELECT n AS number FROM generate_series(1, 9999) n
     WHERE NOT EXISTS (SELECT FROM device_tag WHERE prefix = $1 AND number = n) ORDER BY n LIMIT 1`,
    [prefix],
  );
  return gap?.number ?? null;
}

async function take(tx: Tx, tag: Tag, device: { id: string; branch: string }): Promise<boolean> {
  const taken: unknown[] = await tx.query(
    `INSERT INTO device_tag (tag, prefix, number, device_id, branch) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (tag) DO NOTHING RETURNING tag`,
    [tag.text, tagPrefix(tag), tag.number, device.id, device.branch],
  );
  return taken.length > 0;
}
