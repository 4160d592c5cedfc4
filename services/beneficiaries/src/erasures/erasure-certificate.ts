import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CATALOGUE, type ErasureGround } from '#events';
import { type Tx, within } from '#persistence';
import { DateTime, GraphQLVocabulary, Uuid } from '#runtime';
import { BranchReference } from '../references.js';
import type { Removed } from './erase-record.js';

/** Services that answer an erasure: whoever may announce that, and this one. */
export const ANSWERING: readonly string[] = [
  'beneficiaries',
  ...[...CATALOGUE.keys()].filter((name) => name.endsWith('.person-purged')).map((name) => name.split('.')[0] ?? ''),
];
const LATE_AFTER_MS = 24 * 3_600_000;

/** How far an erasure is. */
export const ErasureState = { COMPLETE: 'COMPLETE', WAITING: 'WAITING', LATE: 'LATE' } as const;
export type ErasureState = (typeof ErasureState)[keyof typeof ErasureState];
registerEnumType(ErasureState, {
  name: 'ErasureState',
  description: 'COMPLETE: every service answered; WAITING: not yet; LATE: not within 24 hours.',
});

@ObjectType({ description: 'What a service removed or emptied.' })
export class RemovedRows {
  @Field(() => String, { description: 'What it was.' })
  what: string;

  @Field(() => Int, { description: 'How many.' })
  count: number;
}

@ObjectType({ description: 'A service’s word that it holds nothing any more that leads to the person.' })
export class ErasureReceipt {
  @Field(() => String, { description: 'The service.' })
  service: string;

  @Field(() => DateTime, { description: 'When it had let go.' })
  at: Date;

  @Field(() => [RemovedRows], { description: 'What went.' })
  removed: RemovedRows[];
}

@ObjectType({ description: 'That a person was erased, and which services have answered. It names nobody.' })
export class ErasureCertificate {
  @Field(() => Uuid, { description: 'Random id, which leads to nobody any more; also the number of the certificate.' })
  beneficiaryId: string;

  @Field(() => BranchReference, { description: 'Their branch.' })
  branch: BranchReference;

  @Field(() => DateTime, { description: 'When.' })
  erasedAt: Date;

  @Field(() => GraphQLVocabulary.ErasureGround, { description: 'Why.' })
  ground: ErasureGround;

  @Field(() => ErasureState, { description: 'Whether every service has answered.' })
  state: ErasureState;

  @Field(() => DateTime, { nullable: true, description: 'When the last service had let go; null = not yet.' })
  completeAt: Date | null;

  @Field(() => [ErasureReceipt], { description: 'The answers, in the order they came.' })
  receipts: ErasureReceipt[];

  @Field(() => [String], { description: 'Services still to answer.' })
  missing: string[];
}

/** An erasure with its receipts, as the tables keep it. */
interface Row {
  readonly beneficiary_id: string;
  readonly branch: string;
  readonly erased_at: Date;
  readonly ground: ErasureGround;
  readonly receipts: readonly { service: string; at: string; removed: Removed[] }[];
}

/** Certificates, latest first: of one person, or those after a place in the list. */
export async function certificatesOf(
  tx: Tx,
  wanted: { id?: string; after?: readonly string[] | undefined; most: number },
  now: Date,
): Promise<ErasureCertificate[]> {
  const [before = null, beforeId = null] = wanted.after ?? [];
  const values: unknown[] = [wanted.id ?? null, before, beforeId, wanted.most];
  const rows: Row[] = await tx.query(
    `SELECT e.beneficiary_id, e.branch, e.erased_at, e.ground,
            coalesce((SELECT jsonb_agg(jsonb_build_object('service', r.service, 'at', r.at, 'removed', r.removed) ORDER BY r.at, r.service)
                      FROM erasure_receipt r WHERE r.beneficiary_id = e.beneficiary_id), '[]') AS receipts
     FROM erasure e
     WHERE ($1::uuid IS NULL OR e.beneficiary_id = $1) AND ${within(tx, values, 'e.branch')}
       AND ($2::timestamptz IS NULL OR (e.erased_at, e.beneficiary_id) < ($2, $3::uuid))
     ORDER BY e.erased_at DESC, e.beneficiary_id DESC LIMIT $4`,
    values,
  );
  return rows.map((row) => certificate(row, now));
}

function certificate(row: Row, now: Date): ErasureCertificate {
  const receipts = row.receipts.map(({ service, at, removed }) => ({ service, at: new Date(at), removed }));
  const missing = ANSWERING.filter((service) => !receipts.some((receipt) => receipt.service === service));
  const late = now.getTime() - row.erased_at.getTime() > LATE_AFTER_MS;
  return {
    beneficiaryId: row.beneficiary_id,
    branch: { code: row.branch },
    erasedAt: row.erased_at,
    ground: row.ground,
    state: missing.length === 0 ? 'COMPLETE' : late ? 'LATE' : 'WAITING',
    completeAt: missing.length === 0 ? new Date(Math.max(...receipts.map(({ at }) => at.getTime()))) : null,
    receipts,
    missing,
  };
}
