import type { Poison } from '../kafka-hands.ts';
import type { Books, Database, Fact, Owner } from '../ledger.ts';
import type { Verdict } from '../verdict.ts';

/** Who listens to what, as the page of events tells it: said again here, so that a listener gone deaf is noticed. */
const LISTENERS: readonly { reader: Database; types: readonly string[] }[] = [
  {
    reader: 'beneficiaries',
    types: ['network.branch-opened', 'network.branch-changed', 'network.organisation-registered'],
  },
  {
    reader: 'workshops',
    types: [
      'network.branch-opened',
      'network.branch-changed',
      'network.place-registered',
      'network.place-revised',
      'beneficiaries.beneficiary-enrolled',
      'beneficiaries.situation-changed',
      'beneficiaries.beneficiary-corrected',
      'beneficiaries.beneficiary-voided',
    ],
  },
  {
    reader: 'equipment',
    types: [
      'network.branch-opened',
      'network.branch-changed',
      'beneficiaries.beneficiary-enrolled',
      'beneficiaries.situation-changed',
      'beneficiaries.beneficiary-corrected',
      'beneficiaries.beneficiary-voided',
    ],
  },
];
/** That a device's data is removed, that it is kept for somebody or lent, and what a person asks for about their data counts nowhere. */
const TOLD_IN_FIGURES =
  /^(beneficiaries\.(?!beneficiary-(erased|restricted)|restriction-|objection-|prescription-delayed)|equipment\.(device-(?!data-erased|reserved|lent)|sale-|donation-received|waste-removed)|workshops\.(session|enrolment|course-outcome|support-act|drop-in-refused|refused-drop-in))/;

/** I1, I2: every fact has its effect with everybody who listens, once. */
export async function checkArrivals(books: Books, facts: readonly Fact[], verdict: Verdict): Promise<void> {
  for (const { reader, types } of LISTENERS) {
    const rows = await books.ask<{ id: string; n: string }>(
      reader,
      'SELECT event_id AS id, count(*) AS n FROM inbox GROUP BY handler, event_id',
    );
    const seen = new Set(rows.map(({ id }) => id));
    for (const { id, n } of rows)
      if (Number(n) > 1) verdict.find('I2', 'double', `${reader} reacted ${n} times to ${id}`);
    for (const { type, eventId } of facts)
      if (types.includes(type) && !seen.has(eventId))
        verdict.find('I1', 'lost', `${reader} never heard ${type} ${eventId}`);
  }
  const told = await books.ask<{ id: string; n: string; distinct: string }>(
    'reporting',
    'SELECT event_id AS id, count(*) AS n, count(DISTINCT n) AS distinct FROM reporting.delta GROUP BY event_id',
  );
  const counted = new Set(told.map(({ id }) => id));
  for (const { id, n, distinct } of told)
    if (n !== distinct) verdict.find('I2', 'double', `${id} is counted ${n} times where ${distinct} would do`);
  const announced = new Set(facts.map(({ eventId }) => eventId));
  for (const { type, eventId } of facts)
    if (TOLD_IN_FIGURES.test(type) && !counted.has(eventId))
      verdict.find('I1', 'lost', `${type} ${eventId} is in no figure`);
  for (const id of counted)
    if (!announced.has(id)) verdict.find('I2', 'double', `${id} is in the figures and in no ledger`);
}

/** I6: within an aggregate facts are 1, 2, 3…, and whoever follows it stands at its last. */
export async function checkOrder(
  books: Books,
  ledgers: ReadonlyMap<Owner, readonly Fact[]>,
  verdict: Verdict,
): Promise<void> {
  const last = new Map<string, number>();
  for (const facts of ledgers.values())
    for (const { topic, aggregate, version } of facts) {
      const name = `${topic} ${aggregate}`;
      const before = last.get(name) ?? 0;
      if (version !== before + 1) verdict.find('I6', 'inverted', `${name}: version ${version} after ${before}`);
      last.set(name, version);
    }
  for (const { reader } of LISTENERS) {
    const topics = await books.ask<{ topic: string }>(reader, 'SELECT DISTINCT topic FROM aggregate_seen');
    const followed = new Set(topics.map(({ topic }) => topic));
    const rows = await books.ask<{ topic: string; aggregate: string; version: number }>(
      reader,
      'SELECT topic, aggregate_id AS aggregate, version FROM aggregate_seen',
    );
    const seen = new Map(rows.map((row) => [`${row.topic} ${row.aggregate}`, row.version]));
    for (const [name, version] of last) {
      if (!followed.has(name.slice(0, name.indexOf(' ')))) continue;
      if (seen.get(name) !== version)
        verdict.find('I6', 'inverted', `${reader} stands at ${seen.get(name) ?? 0} of ${name}, which is at ${version}`);
    }
  }
}

/** I11: nothing waits to be sent, and what is set aside is what was thrown in, no more and no less. */
export async function checkSetAside(
  books: Books,
  databases: readonly Database[],
  poison: { readonly thrown: readonly Poison[]; readonly mayBeGone: boolean },
  verdict: Verdict,
): Promise<void> {
  const thrown = new Map(poison.thrown.map((one) => [one.key, one]));
  for (const database of databases) {
    const [pending] = await books.ask<{ n: string }>(database, 'SELECT count(*) AS n FROM outbox_pending');
    verdict.compare('I11', `${database}: facts waiting to be sent`, 0, Number(pending?.n ?? 0));
    const aside = await books.ask<{ key: string | null; reason: string; type: string | null; detail: string }>(
      database,
      'SELECT key, reason, type, left(detail, 120) AS detail FROM dead_letter WHERE discarded_at IS NULL',
    );
    for (const { key, reason, type, detail } of aside)
      if (key === null || !thrown.has(key))
        verdict.find('I11', 'lost', `${database} set aside ${type} of ${key}: ${reason} ${detail}`);
    const parked = await books.ask<{ key: string }>(database, 'SELECT key FROM parked_key');
    for (const { key } of parked)
      if (!thrown.has(key)) verdict.find('I11', 'lost', `${database} parked ${key}, which nobody poisoned`);
    if (database !== 'reporting' || poison.mayBeGone) continue;
    const kept = new Set(aside.map(({ key }) => key));
    for (const { key, what, mustBeSetAside } of thrown.values())
      if (mustBeSetAside !== kept.has(key))
        verdict.find('I11', 'inverted', `${what} was ${mustBeSetAside ? 'not set aside' : 'set aside'} (${key})`);
  }
}
