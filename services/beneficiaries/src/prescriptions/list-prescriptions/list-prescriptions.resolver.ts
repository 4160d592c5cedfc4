import { Args, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, branchOf, CurrentActor, Permission } from '#access';
import { Clock, Database, decodeCursor, type Page, pageOf, pageSize } from '#persistence';
import { pageTypeOf } from '#runtime';
import { Prescription } from '../prescription.entity.js';
import { LATE } from './late.js';

@ObjectType({ description: 'A page of prescriptions.' })
export class PrescriptionPage extends pageTypeOf(Prescription, 'PrescriptionPageRows') {}

/** Which prescriptions, and which page of them. */
interface Wanted {
  readonly those: string;
  readonly values: Record<string, unknown>;
  readonly latestFirst: boolean;
  readonly first: number;
  readonly after: string | null;
}

@Resolver()
export class ListPrescriptionsResolver {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  @Query(() => PrescriptionPage, {
    name: 'prescriptions',
    description:
      'Prescriptions of a branch: those that wait for an answer, longest first, or those already answered, latest first. Refuses PAGE_SIZE, INVALID_CURSOR.',
  })
  @Allow(Permission.AnswerPrescriptions)
  list(
    @Args('branch', { type: () => String, nullable: true, description: 'The branch; yours when you have one only.' })
    branch: string | null,
    @Args('answered', { type: () => Boolean, defaultValue: false, description: 'Those already answered.' })
    answered: boolean,
    @Args('late', {
      type: () => Boolean,
      defaultValue: false,
      description: 'Of those that wait, the ones that have waited for more than seven days.',
    })
    late: boolean,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'Rows wanted, 1–100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: '`endCursor` of the page before.' }) after:
      | string
      | null,
    @CurrentActor() actor: Actor,
  ): Promise<Page<Prescription>> {
    const delayed = late && !answered ? `AND ${LATE}` : '';
    const those = `p.branch = CAST(:code AS char(2)) AND p.state ${answered ? '<>' : '='} 'PENDING' ${delayed}`;
    const values = { code: branchOf(actor, branch), now: this.clock.now() };
    return this.page({ those, values, latestFirst: answered, first, after }, actor);
  }

  @Query(() => PrescriptionPage, {
    name: 'myPrescriptions',
    description:
      'Your own prescriptions whose consent holds, latest first; of each you are told what the person agreed to. Refuses PAGE_SIZE, INVALID_CURSOR.',
  })
  @Allow(Permission.PrescribePeople)
  mine(
    @Args('first', { type: () => Int, defaultValue: 50, description: 'Rows wanted, 1–100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: '`endCursor` of the page before.' }) after:
      | string
      | null,
    @CurrentActor() actor: Actor,
  ): Promise<Page<Prescription>> {
    const those = 'p.prescriber = :subject AND p.consentWithdrawnAt IS NULL';
    return this.page({ those, values: { subject: actor.subject }, latestFirst: true, first, after }, actor);
  }

  private page({ those, values, latestFirst, first, after }: Wanted, actor: Actor): Promise<Page<Prescription>> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 'instant', 'uuid');
    const order = latestFirst ? 'DESC' : 'ASC';
    return this.db.read(actor, async (tx) => {
      const query = tx
        .createQueryBuilder(Prescription, 'p')
        .where(those, values)
        .orderBy('p.receivedAt', order)
        .addOrderBy('p.id', order)
        .limit(size + 1);
      if (cursor)
        query.andWhere(`(p.received_at, p.id) ${latestFirst ? '<' : '>'} (:at, :id)`, { at: cursor[0], id: cursor[1] });
      return pageOf(await query.getMany(), size, ({ receivedAt, id }) => [receivedAt.toISOString(), id]);
    });
  }
}
