import type { Entry } from '../history.ts';
import type { Books, Fact, Owner } from '../ledger.ts';
import type { Verdict } from '../verdict.ts';

/** Where a command is done, and which fact must follow from it; `field` holds the acknowledged id where it is not the key. */
const FOLLOWS: Readonly<Record<string, { owner: Owner; type: string; field?: string; makes?: true }>> = {
  recordDropIn: { owner: 'workshops', type: 'workshops.support-act-recorded', makes: true },
  correctSupportAct: { owner: 'workshops', type: 'workshops.support-act-corrected' },
  voidSupportAct: { owner: 'workshops', type: 'workshops.support-act-voided' },
  refuseDropIn: { owner: 'workshops', type: 'workshops.drop-in-refused', makes: true },
  scheduleSession: { owner: 'workshops', type: 'workshops.session-scheduled', makes: true },
  enrolInSession: { owner: 'workshops', type: 'workshops.enrolment-confirmed', field: 'enrolmentId', makes: true },
  markAttendance: { owner: 'workshops', type: 'workshops.attendance-marked', field: 'enrolmentId' },
  closeSession: { owner: 'workshops', type: 'workshops.session-closed' },
  reopenSession: { owner: 'workshops', type: 'workshops.session-reopened' },
  enrolBeneficiary: { owner: 'beneficiaries', type: 'beneficiaries.beneficiary-enrolled', makes: true },
  correctBeneficiary: { owner: 'beneficiaries', type: 'beneficiaries.beneficiary-corrected' },
  receiveDevice: { owner: 'equipment', type: 'equipment.device-received', makes: true },
  moveDevice: { owner: 'equipment', type: 'equipment.device-changed' },
  gradeDevice: { owner: 'equipment', type: 'equipment.device-changed' },
  recordDataErasure: { owner: 'equipment', type: 'equipment.device-data-erased' },
  makeSale: { owner: 'equipment', type: 'equipment.sale-made', makes: true },
  voidSale: { owner: 'equipment', type: 'equipment.sale-voided' },
  revisePlace: { owner: 'network', type: 'network.place-revised' },
};

/** A correction that changes nothing announces nothing. */
const MAY_BE_SILENT = new Set([
  'correctSupportAct',
  'correctBeneficiary',
  'revisePlace',
  'markAttendance',
  'gradeDevice',
]);

/** I3: what was acknowledged is in the ledger, what was refused is not, and each command was done at most once. */
export async function checkCommands(
  books: Books,
  ledgers: ReadonlyMap<Owner, readonly Fact[]>,
  entries: readonly Entry[],
  verdict: Verdict,
): Promise<void> {
  const results = new Map<string, { owner: Owner; id: string | null }>();
  for (const owner of ledgers.keys()) {
    const rows = await books.ask<{ mutation: string; key: string; id: string | null }>(
      owner,
      'SELECT mutation, key, result_id AS id FROM idempotency_key',
    );
    for (const { mutation, key, id } of rows) results.set(`${mutation} ${key}`, { owner, id });
  }
  const byType = new Map<string, Fact[]>();
  for (const facts of ledgers.values())
    for (const fact of facts) {
      const known = byType.get(fact.type);
      if (known) known.push(fact);
      else byType.set(fact.type, [fact]);
    }
  const idOf = (fact: Fact, field?: string) => (field ? String(fact.data[field]) : fact.aggregate);
  const announced = new Set(
    Object.values(FOLLOWS).flatMap(({ type, field }) =>
      (byType.get(type) ?? []).map((fact) => `${type} ${idOf(fact, field)}`),
    ),
  );
  const allowed = new Map<string, string>();

  for (const entry of entries) {
    const follows = FOLLOWS[entry.mutation];
    if (!follows) throw new Error(`nobody said what follows from ${entry.mutation}`);
    const kept = results.get(`${entry.mutation} ${entry.key}`);
    const name = `${entry.mutation} ${entry.key}`;
    if (entry.outcome === 'fail') {
      if (kept) verdict.find('I3', 'double', `${name} was refused (${entry.code}) and done`);
      continue;
    }
    if (kept?.id) allowed.set(`${follows.type} ${kept.id}`, name);
    if (entry.outcome !== 'ok') continue;
    if (!kept) verdict.find('I3', 'lost', `${name} was acknowledged and is not remembered`);
    else if (kept.id !== entry.id)
      verdict.find('I3', 'double', `${name} was acknowledged as ${entry.id}, done as ${kept.id}`);
    if (MAY_BE_SILENT.has(entry.mutation)) continue;
    if (!announced.has(`${follows.type} ${entry.id}`))
      verdict.find('I3', 'lost', `${name} was acknowledged and announced nothing`);
  }
  for (const { type, field, makes } of Object.values(FOLLOWS)) {
    if (!makes) continue;
    const seen = new Set<string>();
    for (const fact of byType.get(type) ?? []) {
      // Course acts follow from closing a session, and what lay there before the first command was not asked for by it.
      if (type === 'workshops.support-act-recorded' && fact.data.after.solution !== 'DROP_IN') continue;
      const id = idOf(fact, field);
      if (seen.has(id)) verdict.find('I3', 'double', `${type} ${id} was announced twice`);
      if (!allowed.has(`${type} ${id}`)) verdict.find('I3', 'double', `${type} ${id} follows from no command`);
      seen.add(id);
    }
  }
}
