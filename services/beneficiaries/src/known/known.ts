import { NOT_YET_KNOWN, type Refusal } from '#errors';
import { type Database, type Tx, waitUntilKnown } from '#persistence';

/** The branch's zone. Refuses `NOT_YET_KNOWN` for a branch this service has not heard of. */
export async function zoneOf(tx: Tx, branch: string): Promise<string> {
  const [row]: { zone: string }[] = await tx.query('SELECT zone FROM known_branch WHERE branch = $1', [branch]);
  if (!row) throw NOT_YET_KNOWN({ what: 'Antenne', whatEn: 'Branch' }, 'input.branch');
  return row.zone;
}

/** Waits up to two seconds for a branch or organisation whose event is still on its way; then refuses `NOT_YET_KNOWN`. */
export function waitUntilNamedAreKnown(database: Database, wanted: Named): Promise<void> {
  return waitUntilKnown(database, (tx) => firstUnknown(tx, wanted));
}

interface Named {
  readonly branch?: string | undefined;
  readonly organisationId?: string | null | undefined;
}

async function firstUnknown(tx: Tx, { branch, organisationId = null }: Named): Promise<Refusal | undefined> {
  if (branch === undefined && organisationId === null) return undefined;
  const [known]: { branch: boolean; organisation: boolean }[] = await tx.query(
    `SELECT EXISTS (SELECT FROM known_branch WHERE branch = $1) AS branch,
            EXISTS (SELECT FROM known_organisation WHERE organisation_id = $2) AS organisation`,
    [branch ?? null, organisationId],
  );
  if (branch !== undefined && !known?.branch)
    return NOT_YET_KNOWN({ what: 'Antenne', whatEn: 'Branch' }, 'input.branch');
  if (organisationId !== null && !known?.organisation)
    return NOT_YET_KNOWN({ what: 'Structure', whatEn: 'Organisation' }, 'input.organisationId');
  return undefined;
}
