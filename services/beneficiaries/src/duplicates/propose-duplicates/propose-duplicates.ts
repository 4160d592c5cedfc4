import { Injectable } from '@nestjs/common';
import { Clock, Database, Ids, type Tx } from '#persistence';
import { CANDIDATE, type Candidate, COMPARABLE } from '../candidates.js';
import { type Likeness, likeness, WORTH_PROPOSING } from '../likeness.js';

/** Records that are new or have changed, and those of the whole network that share a key with them. */
interface Compared {
  readonly versions: Map<string, number>;
  readonly pairs: Map<string, Pair>;
}

/** Two records that look like one person; the smaller id first, so that each pair is one. */
interface Pair {
  readonly low: Candidate;
  readonly high: Candidate;
  readonly score: number;
  readonly because: readonly Likeness[];
}

const AT_ONCE = 100;
/** More than this share a key by chance: a name so common says little by itself. */
const MOST_CANDIDATES = 300;

/** Proposes who may be one person, network-wide, from what was entered since the last look. What was settled stays settled. */
@Injectable()
export class ProposeDuplicates {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Looks at everybody new or changed, in batches; how many pairs were proposed. */
  async execute(): Promise<number> {
    let proposed = 0;
    for (let looked = AT_ONCE; looked === AT_ONCE; ) {
      const batch = await this.db.work((tx) => this.batch(tx));
      looked = batch.looked;
      proposed += batch.proposed;
    }
    return proposed;
  }

  private async batch(tx: Tx): Promise<{ looked: number; proposed: number }> {
    const { versions, pairs } = await this.compare(tx);
    if (versions.size === 0) return { looked: 0, proposed: 0 };
    const changed = [...versions.keys()];
    await tx.query(
      'DELETE FROM duplicate_pair WHERE settled IS NULL AND (low_id = ANY ($1::uuid[]) OR high_id = ANY ($1::uuid[]))',
      [changed],
    );
    const proposed = await this.keep(tx, [...pairs.values()]);
    // Whoever changed meanwhile has a version of their own, and is looked at again.
    await tx.query(
      `UPDATE beneficiary b SET compared_version = v.version FROM unnest($1::uuid[], $2::int[]) AS v(id, version) WHERE b.id = v.id`,
      [changed, [...versions.values()]],
    );
    return { looked: versions.size, proposed };
  }

  private async compare(tx: Tx): Promise<Compared> {
    const changed: (Candidate & { version: number })[] = await tx.query(
      `SELECT ${CANDIDATE('b')}, b.version FROM beneficiary b
       WHERE b.compared_version < b.version AND ${COMPARABLE('b')} ORDER BY b.id LIMIT ${AT_ONCE}`,
    );
    const versions = new Map(changed.map(({ id, version }) => [id, version]));
    const found: (Candidate & { of: string })[] = await tx.query(
      `SELECT c.*, p.id AS of FROM unnest($1::uuid[]) AS one(id) JOIN beneficiary p ON p.id = one.id
       CROSS JOIN LATERAL (
         SELECT ${CANDIDATE('b')} FROM beneficiary b
         WHERE b.duplicate_keys && p.duplicate_keys AND b.id <> p.id AND ${COMPARABLE('b')}
         ORDER BY (b.phone = p.phone) IS TRUE DESC, (b.email = p.email) IS TRUE DESC LIMIT ${MOST_CANDIDATES}) AS c`,
      [[...versions.keys()]],
    );
    const people = new Map(changed.map((person) => [person.id, person]));
    const pairs = new Map<string, Pair>();
    for (const candidate of found) {
      const person = people.get(candidate.of);
      if (!person) continue;
      const { score, because } = likeness(person, candidate);
      if (score < WORTH_PROPOSING) continue;
      const [low, high] = person.id < candidate.id ? [person, candidate] : [candidate, person];
      pairs.set(`${low.id} ${high.id}`, { low, high, score, because });
    }
    return { versions, pairs };
  }

  private async keep(tx: Tx, pairs: readonly Pair[]): Promise<number> {
    if (pairs.length === 0) return 0;
    const rows: unknown[] = await tx.query(
      `INSERT INTO duplicate_pair (id, low_id, high_id, low_branch, high_branch, score, because, proposed_at)
       SELECT p.id, p.low_id, p.high_id, p.low_branch, p.high_branch, p.score, string_to_array(p.because, ' '), $8
       FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::int[], $7::text[])
            AS p(id, low_id, high_id, low_branch, high_branch, score, because)
       WHERE NOT EXISTS (SELECT 1 FROM same_person(p.low_id) AS one(id) WHERE one.id = p.high_id)
       ON CONFLICT (low_id, high_id) DO NOTHING RETURNING 1`,
      [
        pairs.map(() => this.ids.next()),
        pairs.map(({ low }) => low.id),
        pairs.map(({ high }) => high.id),
        pairs.map(({ low }) => low.branch),
        pairs.map(({ high }) => high.branch),
        pairs.map(({ score }) => score),
        pairs.map(({ because }) => because.join(' ')),
        this.clock.now(),
      ],
    );
    return rows.length;
  }
}
