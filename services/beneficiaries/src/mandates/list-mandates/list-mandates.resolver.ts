import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { In } from 'typeorm';
import { type Actor, Allow, ANYONE_SIGNED_IN, CurrentActor, Permission } from '#access';
import { Clock, Database, type Tx } from '#persistence';
import { loaderOf, localDay, type RequestContext } from '#runtime';
import { Beneficiary } from '../../beneficiaries/beneficiary.entity.js';
import { recordsOf } from '../../duplicates/records-of.js';
import { zoneOf } from '../../known/known.js';
import { Mandate, MandateAct, MandateState } from '../mandate.entity.js';

@Resolver(() => Beneficiary)
export class ListMandatesResolver {
  constructor(private readonly db: Database) {}

  @ResolveField(() => [Mandate], {
    name: 'mandates',
    description:
      'What they allowed to be done in their name, under any of their records within your reach, oldest first.',
  })
  @Allow(Permission.FollowPeople)
  ofPerson(
    @Parent() { id }: Beneficiary,
    @Context() context: RequestContext,
    @CurrentActor() actor: Actor,
  ): Promise<Mandate[]> {
    const load = (ids: readonly string[]) => this.db.read(actor, (tx) => mandatesOf(tx, ids));
    return loaderOf<Mandate[]>(context, 'mandates', load, []).load(id);
  }
}

@Resolver(() => Mandate)
export class ShowMandateResolver {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => MandateState, { name: 'state', description: 'Whether it holds today.' })
  @Allow(ANYONE_SIGNED_IN)
  async state(
    @Parent() mandate: Mandate,
    @Context() context: RequestContext,
    @CurrentActor() actor: Actor,
  ): Promise<MandateState> {
    const load = (branches: readonly string[]) =>
      this.db.read(actor, async (tx) => {
        const zones = new Map<string, string>();
        for (const branch of branches) zones.set(branch, await zoneOf(tx, branch));
        return zones;
      });
    const zone = await loaderOf<string>(context, 'zones', load, 'Europe/Paris').load(mandate.branch);
    return mandate.stateOn(localDay(this.clock.now(), zone));
  }

  @ResolveField(() => [MandateAct], { name: 'acts', description: 'What was done by it, latest first.' })
  @Allow(Permission.FollowPeople)
  acts(
    @Parent() { id }: Mandate,
    @Context() context: RequestContext,
    @CurrentActor() actor: Actor,
  ): Promise<MandateAct[]> {
    const load = (ids: readonly string[]) =>
      this.db.read(actor, async (tx) => {
        const found = await tx.find(MandateAct, {
          where: { mandateId: In([...ids]) },
          order: { recordedAt: 'DESC', id: 'DESC' },
        });
        return Map.groupBy(found, ({ mandateId }) => mandateId);
      });
    return loaderOf<MandateAct[]>(context, 'mandateActs', load, []).load(id);
  }
}

async function mandatesOf(tx: Tx, people: readonly string[]): Promise<Map<string, Mandate[]>> {
  const records = await recordsOf(tx, people);
  const all = await tx.find(Mandate, {
    where: { beneficiaryId: In([...records.values()].flat()) },
    order: { fromOn: 'ASC', recordedAt: 'ASC', id: 'ASC' },
  });
  const of = (same: readonly string[]) => all.filter(({ beneficiaryId }) => same.includes(beneficiaryId));
  return new Map([...records].map(([asked, same]) => [asked, of(same)]));
}
