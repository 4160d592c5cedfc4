import { Args, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { NOT_FOUND } from '#errors';
import { Clock, Database } from '#persistence';
import { Uuid } from '#runtime';
import { certificatesOf, ErasureCertificate } from '../erasure-certificate.js';

@Resolver()
export class ShowErasureCertificateResolver {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  @Query(() => ErasureCertificate, {
    name: 'erasureCertificate',
    description: 'That a person of your branches was erased, with each service’s answer. Refuses NOT_FOUND.',
  })
  @Allow(Permission.ReadErasures)
  async show(
    @Args('beneficiaryId', { type: () => Uuid, description: 'The person.' }) beneficiaryId: string,
    @CurrentActor() actor: Actor,
  ): Promise<ErasureCertificate> {
    const [found] = await this.db.read(actor, (tx) =>
      certificatesOf(tx, { id: beneficiaryId, most: 1 }, this.clock.now()),
    );
    if (!found) throw NOT_FOUND({ what: 'Effacement', whatEn: 'Erasure' }, 'beneficiaryId');
    return found;
  }
}
