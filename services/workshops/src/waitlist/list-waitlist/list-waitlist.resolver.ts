import { Args, Int, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, ANYONE_SIGNED_IN, CurrentActor, Permission } from '#access';
import { Database, decodeCursor, type Page, pageOf, pageSize } from '#persistence';
import { pageTypeOf } from '#runtime';
import { BeneficiaryReference } from '../../references.js';
import { WorkshopSeries } from '../../series/workshop-series.entity.js';
import { Session } from '../../sessions/session.entity.js';
import { signOffer } from '../offer-link.js';
import { OfferSettings } from '../offer-settings.js';
import { WaitlistEntry } from '../waitlist-entry.entity.js';

@ObjectType({ description: 'A page of a waiting list.' })
export class WaitlistPage extends pageTypeOf(WaitlistEntry, 'WaitlistPageRows') {}

interface Wanted {
  readonly of: { readonly column: 'sessionId' | 'seriesId'; readonly id: string };
  readonly first: number;
  readonly after: string | null;
}

/** A page of those who wait for one thing, offers that run among them, in the order they came. */
function page(db: Database, { of, first, after }: Wanted, actor: Actor): Promise<Page<WaitlistEntry>> {
  const size = pageSize(first);
  const cursor = decodeCursor(after, 'number');
  return db.read(actor, async (tx) => {
    const query = tx
      .createQueryBuilder(WaitlistEntry, 'w')
      .where(`w.${of.column} = :of AND w.state IN ('WAITLISTED', 'OFFERED')`, { of: of.id })
      .orderBy('w.place')
      .limit(size + 1);
    if (cursor) query.andWhere('w.place > :place', { place: cursor[0] });
    return pageOf(await query.getMany(), size, (entry) => [entry.place]);
  });
}

@Resolver(() => Session)
export class ListWaitlistResolver {
  constructor(private readonly db: Database) {}

  @ResolveField(() => WaitlistPage, {
    name: 'waitlist',
    description: 'Who waits for this session alone, in order, offers among them.',
  })
  @Allow(Permission.ReadEnrolments)
  ofSession(
    @Parent() session: Session,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'Rows wanted, 1–100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: '`endCursor` of the page before.' }) after:
      | string
      | null,
    @CurrentActor() actor: Actor,
  ): Promise<Page<WaitlistEntry>> {
    return page(this.db, { of: { column: 'sessionId', id: session.id }, first, after }, actor);
  }
}

@Resolver(() => WorkshopSeries)
export class ListWaitlistOfSeriesResolver {
  constructor(private readonly db: Database) {}

  @ResolveField(() => WaitlistPage, {
    name: 'waitlist',
    description: 'Who waits for the whole series, in order, offers among them.',
  })
  @Allow(Permission.ReadEnrolments)
  ofSeries(
    @Parent() series: WorkshopSeries,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'Rows wanted, 1–100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: '`endCursor` of the page before.' }) after:
      | string
      | null,
    @CurrentActor() actor: Actor,
  ): Promise<Page<WaitlistEntry>> {
    return page(this.db, { of: { column: 'seriesId', id: series.id }, first, after }, actor);
  }
}

@Resolver(() => WaitlistEntry)
export class WaitlistFieldsResolver {
  constructor(private readonly settings: OfferSettings) {}

  @ResolveField(() => BeneficiaryReference, {
    name: 'beneficiary',
    description: 'The person; the beneficiaries service tells more to those who may know.',
  })
  @Allow(ANYONE_SIGNED_IN)
  beneficiary(@Parent() entry: WaitlistEntry): BeneficiaryReference {
    return { id: entry.beneficiaryId };
  }

  @ResolveField(() => String, {
    name: 'offerToken',
    nullable: true,
    description: 'What the link of a running offer carries, `/offers#<token>`; whoever holds it may answer once.',
  })
  @Allow(Permission.EnrolInSession)
  offerToken(@Parent() entry: WaitlistEntry): string | null {
    return entry.state === 'OFFERED' && entry.offerId !== null ? signOffer(entry.offerId, this.settings.linkKey) : null;
  }
}
