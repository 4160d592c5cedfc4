import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type Actor, branchOf, reaches } from '#access';
import { Database, type Tx } from '#persistence';
import { AuditTrail } from '../../audit/audit-trail.js';
import { CANDIDATE, type Candidate, COMPARABLE, comparedAs } from '../../duplicates/candidates.js';
import { type Compared, type Likeness, likeness, WORTH_SHOWING } from '../../duplicates/likeness.js';
import { Beneficiary } from '../beneficiary.entity.js';
import { emailOf, phoneOf } from '../identity.js';

/** What is typed so far of the person being enrolled. */
export interface PersonTyped {
  branch?: string | null | undefined;
  givenName?: string | null | undefined;
  familyName?: string | null | undefined;
  birthYear?: number | null | undefined;
  phone?: string | null | undefined;
  email?: string | null | undefined;
}

/** Somebody who may be the same person; `beneficiary` for your own branches, the rest is all that others' are shown by. */
export interface LikelyDuplicateFound {
  score: number;
  because: Likeness[];
  beneficiary: Beneficiary | null;
  branch: string;
  initials: string;
  birthYear: number | null;
}

const MOST_SHOWN = 10;
const MOST_OF_NAME = 80;
const FIELDS_SHOWN = ['initials', 'birthYear', 'branch'];

@Injectable()
export class FindLikelyDuplicates {
  constructor(
    private readonly db: Database,
    private readonly trail: AuditTrail,
  ) {}

  async execute(typed: PersonTyped, actor: Actor): Promise<LikelyDuplicateFound[]> {
    await this.db.require(actor);
    const branch = branchOf(actor, typed.branch);
    const found = await this.db.work(async (tx) => {
      const looked = await lookFor(tx, typed);
      const scored = looked.found.map((candidate) => ({ candidate, ...likeness(looked.typed, candidate) }));
      const shown = scored
        .filter(({ score }) => score >= WORTH_SHOWING)
        .sort((a, b) => b.score - a.score)
        .slice(0, MOST_SHOWN);
      await this.note(
        tx,
        actor,
        branch,
        shown.map(({ candidate }) => candidate),
      );
      return shown;
    });
    const own = await this.ownPeople(
      actor,
      found.map(({ candidate }) => candidate),
    );
    return found.map(({ candidate, score, because }) => ({
      score,
      because,
      beneficiary: own.get(candidate.id) ?? null,
      branch: candidate.branch,
      initials: candidate.initials,
      birthYear: candidate.birthYear,
    }));
  }

  /** Read again behind row-level security, which has the last word on whose record is shown whole. */
  private async ownPeople(actor: Actor, shown: Candidate[]): Promise<Map<string, Beneficiary>> {
    const ids = shown.filter(({ branch }) => reaches(actor, branch)).map(({ id }) => id);
    if (ids.length === 0) return new Map();
    const people = await this.db.read(actor, (tx) => tx.findBy(Beneficiary, { id: In(ids) }));
    return new Map(people.map((person) => [person.id, person]));
  }

  /** Everybody shown is written down, and a look that finds nobody as well. */
  private async note(tx: Tx, actor: Actor, branch: string, shown: Candidate[]): Promise<void> {
    const check = { action: 'DUPLICATE_CHECK', purpose: 'list-likely-duplicates' } as const;
    if (shown.length === 0) return this.trail.noteLook(tx, actor, { ...check, fields: [] }, { branch });
    const [own, others] = [true, false].map((ours) => shown.filter((one) => reaches(actor, one.branch) === ours));
    await this.trail.note(tx, actor, own ?? [], { ...check, fields: ['record'] });
    await this.trail.note(tx, actor, others ?? [], { ...check, fields: FIELDS_SHOWN });
  }
}

/** The whole network, by what two records of one person share: how the name sounds, a word of it with the year, phone, mail. */
async function lookFor(tx: Tx, typed: PersonTyped): Promise<{ typed: Compared; found: Candidate[] }> {
  const [given, family] = [typed.givenName, typed.familyName].map((name) => (name ?? '').trim().slice(0, MOST_OF_NAME));
  // Half a number or address is no mistake while somebody is still typing.
  const phone = unlessRefused(() => phoneOf(typed.phone));
  const email = unlessRefused(() => emailOf(typed.email));
  const name = `${given} ${family}`.trim();
  const birthYear = typed.birthYear ?? null;
  const { keys, ...compared } = await comparedAs(tx, {
    given: given ?? '',
    family: family ?? '',
    birthYear,
    phone,
    email,
  });
  if (name.length < 3 && phone === null && email === null) return { typed: compared, found: [] };
  const found: Candidate[] = await tx.query(
    `SELECT ${CANDIDATE('b')} FROM beneficiary b WHERE duplicate_keys && $1::text[] AND ${COMPARABLE('b')}
     ORDER BY (b.phone = $2) IS TRUE DESC, (b.email = $3) IS TRUE DESC LIMIT 500`,
    [keys, phone, email],
  );
  // One word and nothing else meets nobody by a key. By its letters alone two words of a common name would meet thousands.
  if (keys.length === 0) found.push(...(await spelledLike(tx, name)));
  return { typed: compared, found };
}

async function spelledLike(tx: Tx, name: string): Promise<Candidate[]> {
  await tx.query(`SELECT set_config('pg_trgm.similarity_threshold', '0.5', true)`);
  return tx.query(
    `SELECT ${CANDIDATE('b')} FROM beneficiary b WHERE search_name % fold($1) AND NOT voided AND ${COMPARABLE('b')} LIMIT 200`,
    [name],
  );
}

function unlessRefused(read: () => string | null): string | null {
  try {
    return read();
  } catch {
    return null;
  }
}
