import { Args, Field, Int, ObjectType, Query, Resolver, registerEnumType } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Database } from '#persistence';
import { DateTime } from '#runtime';

const SEALS_AT_ONCE = 500;

/** What may be wrong with a sealed part of the trail. */
const AuditFaultKind = {
  LINES_CHANGED: 'LINES_CHANGED',
  LINES_MISSING: 'LINES_MISSING',
  LINES_ADDED: 'LINES_ADDED',
  SEAL_CHANGED: 'SEAL_CHANGED',
  SEALS_MISSING: 'SEALS_MISSING',
  CUT: 'CUT',
} as const;
type AuditFaultKind = (typeof AuditFaultKind)[keyof typeof AuditFaultKind];
registerEnumType(AuditFaultKind, {
  name: 'AuditFaultKind',
  description:
    'What does not hold: lines edited or in another order, gone, added; the seal itself; the beginning cut off.',
});

@ObjectType({ description: 'A part of the trail that is not what was sealed.' })
export class AuditFault {
  @Field(() => Int, { description: 'Number of the seal.' })
  seal: number;

  @Field(() => AuditFaultKind, { description: 'What does not hold.' })
  kind: AuditFaultKind;

  @Field(() => DateTime, { nullable: true, description: 'The part was written after this; null = from the beginning.' })
  since: Date | null;

  @Field(() => DateTime, { description: 'The part was sealed at this time.' })
  until: Date;
}

@ObjectType({ description: 'What came of verifying a stretch of the trail.' })
export class AuditVerification {
  @Field(() => Int, { description: 'Seals looked at.' })
  seals: number;

  @Field(() => Int, { description: 'Lines they hold.' })
  lines: number;

  @Field(() => [AuditFault], { description: 'What does not hold; empty = nothing was edited, taken out or moved.' })
  faults: AuditFault[];

  @Field(() => String, { nullable: true, description: 'The first seal looked at, `number:hash`; null without any.' })
  first: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The last seal looked at, `number:hash`, to compare with what the log said; null without any.',
  })
  head: string | null;

  @Field(() => Int, { nullable: true, description: 'Give this as `after` to go on; null = that was the end.' })
  next: number | null;
}

interface Row {
  number: string;
  hash: string;
  lines: number;
  since: Date | null;
  until: Date;
  fault: AuditFaultKind | null;
}

@Resolver()
export class VerifyAuditResolver {
  constructor(private readonly db: Database) {}

  @Query(() => AuditVerification, {
    name: 'verifyAudit',
    description: 'Holds what is written about accesses against its chain of seals, some hundred seals at a time.',
  })
  @Allow(Permission.ReadAudit)
  async verify(
    @Args('after', { type: () => Int, defaultValue: 0, description: '`next` of the stretch before.' }) after: number,
    @CurrentActor() actor: Actor,
  ): Promise<AuditVerification> {
    await this.db.require(actor);
    const rows: Row[] = await this.db.longLook((tx) =>
      tx.query('SELECT * FROM audit.verify($1, $2)', [after, SEALS_AT_ONCE]),
    );
    const [first] = rows;
    const last = rows.at(-1);
    return {
      seals: rows.length,
      lines: rows.reduce((sum, { lines }) => sum + lines, 0),
      faults: rows.flatMap(({ number, fault, since, until }) =>
        fault === null ? [] : [{ seal: Number(number), kind: fault, since, until }],
      ),
      first: first ? `${first.number}:${first.hash}` : null,
      head: last ? `${last.number}:${last.hash}` : null,
      next: last && rows.length === SEALS_AT_ONCE ? Number(last.number) : null,
    };
  }
}
