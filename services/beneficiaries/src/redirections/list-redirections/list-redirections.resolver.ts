import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { In } from 'typeorm';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Database, type Tx } from '#persistence';
import { loaderOf, type RequestContext } from '#runtime';
import { Beneficiary } from '../../beneficiaries/beneficiary.entity.js';
import { recordsOf } from '../../duplicates/records-of.js';
import { Redirection } from '../redirection.entity.js';

@Resolver(() => Beneficiary)
export class ListRedirectionsResolver {
  constructor(private readonly db: Database) {}

  @ResolveField(() => [Redirection], {
    name: 'redirections',
    description: 'Where they were sent on, under any of their records within your reach, oldest first.',
  })
  @Allow(Permission.FollowPeople)
  ofPerson(
    @Parent() { id }: Beneficiary,
    @Context() context: RequestContext,
    @CurrentActor() actor: Actor,
  ): Promise<Redirection[]> {
    const load = (ids: readonly string[]) => this.db.read(actor, (tx) => redirectionsOf(tx, ids));
    return loaderOf<Redirection[]>(context, 'redirections', load, []).load(id);
  }
}

async function redirectionsOf(tx: Tx, people: readonly string[]): Promise<Map<string, Redirection[]>> {
  const records = await recordsOf(tx, people);
  const all = await tx.find(Redirection, {
    where: { beneficiaryId: In([...records.values()].flat()) },
    order: { sentOn: 'ASC', recordedAt: 'ASC', id: 'ASC' },
  });
  const of = (same: readonly string[]) => all.filter(({ beneficiaryId }) => same.includes(beneficiaryId));
  return new Map([...records].map(([asked, same]) => [asked, of(same)]));
}
