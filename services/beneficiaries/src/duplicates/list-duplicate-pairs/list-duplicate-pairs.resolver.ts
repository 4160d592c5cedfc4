import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { In } from 'typeorm';
import { type Actor, Allow, CurrentActor, Permission, reaches } from '#access';
import { Database, decodeCursor, type Page, pageOf, pageSize, type Tx, within } from '#persistence';
import { AuditTrail } from '../../audit/audit-trail.js';
import { Beneficiary } from '../../beneficiaries/beneficiary.entity.js';
import { CANDIDATE, type Candidate, COMPARABLE } from '../candidates.js';
import { type DuplicatePair, DuplicatePairPage, type PairedPerson } from '../duplicate-pair.js';
import type { Likeness } from '../likeness.js';

interface Row {
  readonly id: string;
  readonly score: number;
  readonly because: Likeness[];
  readonly proposed_at: Date;
  readonly low_id: string;
  readonly high_id: string;
}

const FIELDS_SHOWN = ['initials', 'birthYear', 'branch'];

@Resolver()
export class ListDuplicatePairsResolver {
  constructor(
    private readonly db: Database,
    private readonly trail: AuditTrail,
  ) {}

  @Query(() => DuplicatePairPage, {
    name: 'duplicatePairs',
    description:
      'Pairs of people who may be one, with somebody of your branches in each, likeliest first. Of another branch’s person only initials, birth year and branch are shown, and the look is written down. Refuses PAGE_SIZE, INVALID_CURSOR.',
  })
  @Allow(Permission.MergeBeneficiaries)
  async list(
    @Args('first', { type: () => Int, defaultValue: 20, description: 'Rows wanted, 1–100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: '`endCursor` of the page before.' }) after:
      | string
      | null,
    @CurrentActor() actor: Actor,
  ): Promise<Page<DuplicatePair>> {
    const size = pageSize(first);
    const [score, id] = decodeCursor(after, 'number', 'uuid') ?? [null, null];
    const page = await this.db.read(actor, async (tx) => {
      const values: unknown[] = [score, id, size + 1];
      const rows: Row[] = await tx.query(
        `SELECT id, score, because, proposed_at, low_id, high_id FROM duplicate_pair
         WHERE settled IS NULL AND (${within(tx, values, 'low_branch')} OR ${within(tx, values, 'high_branch')})
           AND ($1::int IS NULL OR (-score, id) > (-$1::int, $2::uuid))
         ORDER BY score DESC, id LIMIT $3`,
        values,
      );
      return pageOf(rows, size, (row) => [String(row.score), row.id]);
    });
    const people = await this.peopleOf(actor, page.items);
    const items = page.items.flatMap((row) => pairOf(row, people, actor));
    return { items, endCursor: page.endCursor };
  }

  /** Everybody named: whole where row-level security lets them be read, by little elsewhere, and written down. */
  private async peopleOf(actor: Actor, rows: readonly Row[]): Promise<Map<string, PairedPerson>> {
    const ids = [...new Set(rows.flatMap((row) => [row.low_id, row.high_id]))];
    if (ids.length === 0) return new Map();
    await this.db.require(actor);
    const known = await this.db.work(async (tx) => {
      const found: Candidate[] = await glimpses(tx, ids);
      const check = { action: 'DUPLICATE_CHECK', purpose: 'list-duplicate-pairs' } as const;
      const [own = [], others = []] = [true, false].map((ours) =>
        found.filter(({ branch }) => reaches(actor, branch) === ours),
      );
      await this.trail.note(tx, actor, own, { ...check, fields: ['record'] });
      await this.trail.note(tx, actor, others, { ...check, fields: FIELDS_SHOWN });
      return found;
    });
    const own = await this.db.read(actor, (tx) => tx.findBy(Beneficiary, { id: In(ids) }));
    const records = new Map(own.map((person) => [person.id, person]));
    return new Map(
      known.map(({ id, branch, initials, birthYear }) => [
        id,
        { id, branch: { code: branch }, initials, birthYear, beneficiary: records.get(id) ?? null },
      ]),
    );
  }
}

/** Of people who are still there to be compared. */
function glimpses(tx: Tx, ids: readonly string[]): Promise<Candidate[]> {
  return tx.query(`SELECT ${CANDIDATE('b')} FROM beneficiary b WHERE b.id = ANY ($1::uuid[]) AND ${COMPARABLE('b')}`, [
    ids,
  ]);
}

/** The pair, unless one of the two has been set aside or erased since it was proposed. */
function pairOf(row: Row, people: ReadonlyMap<string, PairedPerson>, actor: Actor): DuplicatePair[] {
  const two = [row.low_id, row.high_id].flatMap((id) => people.get(id) ?? []);
  if (two.length < 2) return [];
  const ours = (person: PairedPerson) => (reaches(actor, person.branch.code) ? 0 : 1);
  const { id, score, because, proposed_at: proposedAt } = row;
  return [{ id, score, because, proposedAt, people: two.sort((a, b) => ours(a) - ours(b)) }];
}
