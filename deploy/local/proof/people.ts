import type { Ask } from './databases.js';
import type { Tally } from './tally.js';

/** Who gave hours, in each branch and in the whole network. */
export async function countHelpers(ask: Ask, tally: Tally): Promise<void> {
  const rows = await ask<{ scope: string; helpers: string }>(
    'workshops',
    `SELECT coalesce(branch, '--') AS scope, count(DISTINCT subject) AS helpers FROM duty WHERE minutes > 0
     GROUP BY GROUPING SETS ((branch), ())`,
  );
  for (const { scope, helpers } of rows) tally.set('ACTIVE_HELPERS', scope, Number(helpers));
}

/** Who was helped, in each branch and in the whole network, where somebody known to two of them is one. */
export async function countPeople(ask: Ask, tally: Tally): Promise<void> {
  const merges = await ask<{ kept_id: string; merged_id: string }>(
    'beneficiaries',
    'SELECT kept_id, merged_id FROM merge WHERE undone_at IS NULL',
  );
  const keptBy = new Map(merges.map(({ kept_id, merged_id }) => [merged_id, kept_id]));
  // A record goes on under one other at most.
  const personOf = (id: string): string => {
    const kept = keptBy.get(id);
    return kept === undefined ? id : personOf(kept);
  };
  const helped = new Map<string, Set<string>>();
  const sources = [
    ['workshops', 'SELECT DISTINCT branch, beneficiary_id FROM support_act WHERE NOT voided'],
    ['equipment', `SELECT DISTINCT branch, beneficiary_id FROM sale WHERE state <> 'VOIDED'`],
  ] as const;
  for (const [service, sql] of sources)
    for (const row of await ask<{ branch: string; beneficiary_id: string | null }>(service, sql)) {
      if (row.beneficiary_id === null) continue;
      for (const scope of [row.branch, '--'])
        helped.set(scope, (helped.get(scope) ?? new Set<string>()).add(personOf(row.beneficiary_id)));
    }
  for (const [scope, people] of helped) tally.set('UNIQUE_PEOPLE', scope, people.size);
}
