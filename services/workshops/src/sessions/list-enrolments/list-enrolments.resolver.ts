import { Args, Int, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, ANYONE_SIGNED_IN, CurrentActor, Permission } from '#access';
import { Database, decodeCursor, type Page, pageOf, pageSize } from '#persistence';
import { pageTypeOf } from '#runtime';
import { BeneficiaryReference } from '../../references.js';
import { Enrolment } from '../enrolment.entity.js';
import { Session } from '../session.entity.js';

@ObjectType({ description: 'A page of enrolments.' })
export class EnrolmentPage extends pageTypeOf(Enrolment, 'EnrolmentPageRows') {}

@Resolver(() => Session)
export class ListEnrolmentsResolver {
  constructor(private readonly db: Database) {}

  @ResolveField(() => EnrolmentPage, {
    name: 'enrolments',
    description: 'Who holds a seat, in order of enrolment; cancelled seats left out.',
  })
  @Allow(Permission.ReadEnrolments)
  ofSession(
    @Parent() session: Session,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'Rows wanted, 1–100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: '`endCursor` of the page before.' }) after:
      | string
      | null,
    @CurrentActor() actor: Actor,
  ): Promise<Page<Enrolment>> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 'instant', 'uuid');
    return this.db.read(actor, async (tx) => {
      const query = tx
        .createQueryBuilder(Enrolment, 'e')
        .where(`e.sessionId = :id AND e.state = 'CONFIRMED'`, { id: session.id })
        .orderBy('e.enrolledAt')
        .addOrderBy('e.id')
        .limit(size + 1);
      if (cursor) query.andWhere('(e.enrolledAt, e.id) > (:at, :id2)', { at: cursor[0], id2: cursor[1] });
      return pageOf(await query.getMany(), size, (enrolment) => [enrolment.enrolledAt.toISOString(), enrolment.id]);
    });
  }
}

@Resolver(() => BeneficiaryReference)
export class ListEnrolmentsOfPersonResolver {
  constructor(private readonly db: Database) {}

  @ResolveField(() => [Enrolment], {
    name: 'enrolments',
    description: 'Seats this person holds or held in your branches, latest session first, at most 50.',
  })
  @Allow(Permission.ReadEnrolments)
  ofPerson(@Parent() person: BeneficiaryReference, @CurrentActor() actor: Actor): Promise<Enrolment[]> {
    return this.db.read(actor, (tx) =>
      tx
        .createQueryBuilder(Enrolment, 'e')
        .innerJoin(Session, 's', 's.id = e.sessionId')
        .where('e.beneficiaryId IN (SELECT same_person(:id))', { id: person.id })
        .orderBy('s.startsAt', 'DESC')
        .limit(50)
        .getMany(),
    );
  }
}

@Resolver(() => Enrolment)
export class EnrolmentFieldsResolver {
  constructor(private readonly db: Database) {}

  @ResolveField(() => BeneficiaryReference, {
    name: 'beneficiary',
    description: 'The person; the beneficiaries service tells more to those who may know.',
  })
  @Allow(ANYONE_SIGNED_IN)
  beneficiary(@Parent() enrolment: Enrolment): BeneficiaryReference {
    return { id: enrolment.beneficiaryId };
  }

  @ResolveField(() => Session, { name: 'session', description: 'The session.' })
  @Allow(Permission.ReadSessions)
  session(@Parent() enrolment: Enrolment, @CurrentActor() actor: Actor): Promise<Session> {
    return this.db.read(actor, (tx) => tx.findOneByOrFail(Session, { id: enrolment.sessionId }));
  }
}
