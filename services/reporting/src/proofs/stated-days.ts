import { LedgerDigest } from '#events';
import type { Received } from '#messaging';
import type { Tx } from '#persistence';

/** Services whose facts make figures; each states its days. */
const SOURCES = ['beneficiaries', 'workshops', 'equipment'] as const;

/** The events by which owners state what a day of their ledger holds. */
export const STATEMENTS: ReadonlySet<string> = new Set(SOURCES.map((source) => `${source}.ledger-digested`));

/** The topics they travel on. */
export const STATEMENT_TOPICS: readonly string[] = SOURCES.map((source) => `${source}.ledgers`);

/** Keeps the latest statement on each day; an older one that comes late changes nothing. */
export async function keepStatements(tx: Tx, slice: readonly Received[]): Promise<void> {
  for (const { event } of slice) {
    if (!STATEMENTS.has(event.type)) continue;
    const { day, parts } = LedgerDigest.parse(event.data);
    const source = event.type.slice(0, event.type.indexOf('.'));
    const newer: unknown[] = await tx.query(
      `INSERT INTO stated_day AS s VALUES ($1, $2, $3)
       ON CONFLICT (source, day) DO UPDATE SET stated_at = EXCLUDED.stated_at WHERE s.stated_at <= EXCLUDED.stated_at
       RETURNING source`,
      [source, day, event.recordedAt],
    );
    if (newer.length === 0) continue;
    await tx.query('DELETE FROM stated_part WHERE source = $1 AND day = $2', [source, day]);
    await tx.query(`INSERT INTO stated_part SELECT $1, $2, * FROM unnest($3::text[], $4::int[], $5::numeric[])`, [
      source,
      day,
      parts.map(({ type }) => type),
      parts.map(({ count }) => count),
      parts.map(({ hash }) => hash),
    ]);
  }
}
