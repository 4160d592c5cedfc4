import { NOT_YET_KNOWN, type Refusal } from '#errors';
import type { Database, Tx } from '#persistence';

const WAIT_MS = 2_000;
const LOOK_EVERY_MS = 50;

/** The branch's zone. Refuses `NOT_YET_KNOWN` for a branch this service has not heard of. */
export async function zoneOf(tx: Tx, branch: string): Promise<string> {
  const [row]: { zone: string }[] = await tx.query('SELECT zone FROM known_branch WHERE branch = $1', [branch]);
  if (!row) throw NOT_YET_KNOWN({ what: 'Antenne', whatEn: 'Branch' }, 'input.branch');
  return row.zone;
}

/** Waits up to two seconds for a branch or organisation whose event is still on its way; then refuses `NOT_YET_KNOWN`. */
export async function waitUntilKnown(
  database: Database,
  wanted: { branch?: string | undefined; organisationId?: string | null | undefined },
): Promise<void> {
  const deadline = Date.now() + WAIT_MS;
  for (;;) {
    const missing = await database.work((tx) => firstUnknown(tx, wanted));
    if (missing === undefined) return;
    if (Date.now() >= deadline) throw missing;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

async function firstUnknown(
  tx: Tx,
  wanted: { branch?: string | undefined; organisationId?: string | null | undefined },
): Promise<Refusal | undefined> {
  if (wanted.branch !== undefined) {
    const [branch]: unknown[] = await tx.query('SELECT 1 FROM known_branch WHERE branch = $1', [wanted.branch]);
    if (!branch) return NOT_YET_KNOWN({ what: 'Antenne', whatEn: 'Branch' }, 'input.branch');
  }
  if (wanted.organisationId != null) {
    const [organisation]: unknown[] = await tx.query('SELECT 1 FROM known_organisation WHERE organisation_id = $1', [
      wanted.organisationId,
    ]);
    if (!organisation) return NOT_YET_KNOWN({ what: 'Structure', whatEn: 'Organisation' }, 'input.organisationId');
  }
  return undefined;
}
