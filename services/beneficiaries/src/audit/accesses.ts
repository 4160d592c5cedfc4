import { Field, ObjectType } from '@nestjs/graphql';
import { decodeCursor, type Page, pageOf, pageSize, type Tx } from '#persistence';
import { DateTime, pageTypeOf, Uuid } from '#runtime';
import { BranchReference } from '../references.js';
import { AccessAction } from './access-action.js';

@ObjectType({ description: 'Somebody read or wrote a person’s record. Ids only: who may read this sees no name.' })
export class Access {
  @Field(() => DateTime, { description: 'When.' })
  at: Date;

  @Field(() => String, { description: 'Subject of the member who did it.' })
  subject: string;

  @Field(() => String, { description: 'Role they did it in.' })
  role: string;

  @Field(() => [String], { description: 'Branches within their reach; `*` = the whole network.' })
  reach: string[];

  @Field(() => AccessAction, { description: 'What they did.' })
  action: AccessAction;

  @Field(() => String, { description: 'What it was for: the part of the product they used.' })
  purpose: string;

  @Field(() => [String], { description: 'What was shown or written, by the names of its fields.' })
  fields: string[];

  @Field(() => Uuid, { nullable: true, description: 'Random id of the person; null for a look that found nobody.' })
  personId: string | null;

  @Field(() => BranchReference, { nullable: true, description: 'The person’s branch; null for the network itself.' })
  branch: BranchReference | null;

  @Field(() => String, { description: 'Names the request in logs.' })
  correlationId: string;
}

@ObjectType({ description: 'A page of accesses.' })
export class AccessPage extends pageTypeOf(Access, 'AccessPageRows') {}

/** A line as the trail keeps it. */
interface Line {
  readonly seq: string;
  readonly at: Date;
  readonly subject: string;
  readonly role: string;
  readonly reach: string;
  readonly branch: string;
  readonly person: string | null;
  readonly action: AccessAction;
  readonly purpose: string;
  readonly fields: string[];
  readonly correlation_id: string;
}

/** A page of lines, latest first, by one of the trail's two reading functions. Refuses `PAGE_SIZE`, `INVALID_CURSOR`. */
export async function pageOfAccesses(
  tx: Tx,
  read: 'accesses_to' | 'accesses_by',
  wanted: string,
  { first, after }: { first: number; after: string | null },
): Promise<Page<Access>> {
  const size = pageSize(first);
  const cursor = decodeCursor(after, 'instant', 'number') ?? [null, null];
  const lines: Line[] = await tx.query(`SELECT * FROM audit.${read}($1, $2, $3, $4)`, [wanted, ...cursor, size + 1]);
  const page = pageOf(lines, size, ({ at, seq }) => [at.toISOString(), seq]);
  return { ...page, items: page.items.map(accessOf) };
}

function accessOf({ person, reach, branch, correlation_id, ...line }: Line): Access {
  return {
    ...line,
    reach: reach.split(','),
    personId: person,
    branch: branch === '--' ? null : { code: branch },
    correlationId: correlation_id,
  };
}
