import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { In } from 'typeorm';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Database } from '#persistence';
import { loaderOf, type RequestContext } from '#runtime';
import { Beneficiary } from '../../beneficiaries/beneficiary.entity.js';
import { recordsOf } from '../../duplicates/records-of.js';
import { Prescription } from '../prescription.entity.js';

@Resolver(() => Beneficiary)
export class ListPrescriptionsOfPersonResolver {
  constructor(private readonly db: Database) {}

  @ResolveField(() => [Prescription], {
    name: 'prescriptions',
    description: 'Requests by which they were sent, under any of their records within your reach, oldest first.',
  })
  @Allow(Permission.AnswerPrescriptions)
  ofPerson(
    @Parent() { id }: Beneficiary,
    @Context() context: RequestContext,
    @CurrentActor() actor: Actor,
  ): Promise<Prescription[]> {
    const load = (ids: readonly string[]) =>
      this.db.read(actor, async (tx) => {
        const records = await recordsOf(tx, ids);
        const all = await tx.find(Prescription, {
          where: { beneficiaryId: In([...records.values()].flat()) },
          order: { receivedAt: 'ASC', id: 'ASC' },
        });
        const of = (same: readonly string[]) => all.filter((one) => same.includes(one.beneficiaryId ?? ''));
        return new Map([...records].map(([asked, same]) => [asked, of(same)]));
      });
    return loaderOf<Prescription[]>(context, 'prescriptionsOfPerson', load, []).load(id);
  }
}
