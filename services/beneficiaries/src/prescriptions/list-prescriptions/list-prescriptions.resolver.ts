import { Args, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, branchOf, CurrentActor, Permission } from '#access';
import { Database, decodeCursor, type Page, pageOf, pageSize } from '#persistence';
import { pageTypeOf } from '#runtime';
import { Prescription } from '../prescription.entity.js';

@ObjectType({ description: 'A page of prescriptions.' })
export class PrescriptionPage extends pageTypeOf(Prescription, 'PrescriptionPageRows') {}

@Resolver()
export class ListPrescriptionsResolver {
  constructor(private readonly db: Database) {}

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
    @Args('first', { type: () => Int, defaultValue: 50, description: 'Rows wanted, 1–100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: '`endCursor` of the page before.' }) after:
      | string
      | null,
    @CurrentActor() actor: Actor,
  ): Promise<Page<Prescription>> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 'instant', 'uuid');
    const code = branchOf(actor, branch);
    return this.db.read(actor, async (tx) => {
      const order = answered ? 'DESC' : 'ASC';
      const query = tx
        .createQueryBuilder(Prescription, 'p')
        .where(`p.branch = CAST(:code AS char(2)) AND p.state ${answered ? '<>' : '='} 'PENDING'`, { code })
        .orderBy('p.receivedAt', order)
        .addOrderBy('p.id', order)
        .limit(size + 1);
      if (cursor)
        query.andWhere(`(p.received_at, p.id) ${answered ? '<' : '>'} (:at, :id)`, { at: cursor[0], id: cursor[1] });
      return pageOf(await query.getMany(), size, ({ receivedAt, id }) => [receivedAt.toISOString(), id]);
    });
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
    const size = pageSize(first);
    const cursor = decodeCursor(after, 'instant', 'uuid');
    return this.db.read(actor, async (tx) => {
      const query = tx
        .createQueryBuilder(Prescription, 'p')
        .where('p.prescriber = :subject AND p.consentWithdrawnAt IS NULL', { subject: actor.subject })
        .orderBy('p.receivedAt', 'DESC')
        .addOrderBy('p.id', 'DESC')
        .limit(size + 1);
      if (cursor) query.andWhere('(p.received_at, p.id) < (:at, :id)', { at: cursor[0], id: cursor[1] });
      return pageOf(await query.getMany(), size, ({ receivedAt, id }) => [receivedAt.toISOString(), id]);
    });
  }
}
