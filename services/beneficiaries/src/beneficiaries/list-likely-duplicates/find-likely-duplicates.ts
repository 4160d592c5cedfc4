import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type Actor, branchOf, reaches } from '#access';
import { Database, type Tx } from '#persistence';
import { AuditTrail } from '../../audit/audit-trail.js';
import { Beneficiary } from '../beneficiary.entity.js';
import { emailOf, phoneOf } from '../identity.js';
import { type Likeness, likeness, WORTH_SHOWING } from './likeness.js';

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

interface Candidate {
  id: string;
  branch: string;
  initials: string;
  birth_year: number | null;
  name_similarity: number;
  same_phone: boolean;
  same_email: boolean;
}

const MOST_SHOWN = 10;
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
      const scored = (await candidates(tx, typed)).map((candidate) => ({ candidate, ...judge(candidate, typed) }));
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
      birthYear: candidate.birth_year,
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

/** The whole network, but of each person no more than may be shown of anybody. */
async function candidates(tx: Tx, typed: PersonTyped): Promise<Candidate[]> {
  const name = `${typed.givenName ?? ''} ${typed.familyName ?? ''}`.trim();
  // Half a number or address is no mistake while somebody is still typing.
  const phone = unlessRefused(() => phoneOf(typed.phone));
  const email = unlessRefused(() => emailOf(typed.email));
  if (name.length < 3 && phone === null && email === null) return [];
  await tx.query(`SELECT set_config('pg_trgm.similarity_threshold', '0.4', true)`);
  return tx.query(
    `SELECT id, branch, birth_year, name_similarity, same_phone, same_email,
            concat_ws(' ', upper(left(given_name, 1) COLLATE "pg_c_utf8") || '.',
                           upper(left(family_name, 1) COLLATE "pg_c_utf8") || '.') AS initials
     FROM (SELECT *, similarity(search_name, fold($1)) AS name_similarity,
                  coalesce(phone = $2, false) AS same_phone, coalesce(email = $3, false) AS same_email
           FROM beneficiary
           WHERE NOT voided AND erased_at IS NULL AND restricted_at IS NULL AND (search_name % fold($1) OR phone = $2 OR email = $3)) AS likely
     ORDER BY same_phone OR same_email DESC, name_similarity DESC, id LIMIT 100`,
    [name, phone, email],
  );
}

function judge(candidate: Candidate, typed: PersonTyped) {
  const known = candidate.birth_year !== null && typed.birthYear != null;
  return likeness({
    nameSimilarity: candidate.name_similarity,
    yearsApart: known ? Math.abs(Number(candidate.birth_year) - Number(typed.birthYear)) : null,
    samePhone: candidate.same_phone,
    sameEmail: candidate.same_email,
  });
}

function unlessRefused(read: () => string | null): string | null {
  try {
    return read();
  } catch {
    return null;
  }
}
