import {
  Args,
  Context,
  Field,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  ResolveReference,
  Resolver,
} from '@nestjs/graphql';
import { In } from 'typeorm';
import { type Actor, Allow, ANYONE_SIGNED_IN, CurrentActor, Permission } from '#access';
import { NOT_FOUND } from '#errors';
import { Database } from '#persistence';
import { loaderOf, type RequestContext, Uuid } from '#runtime';
import { Branch } from '../../branches/branch.entity.js';
import { loadBranch } from '../../branches/load-branch.js';
import { Organisation } from '../organisation.entity.js';

@ObjectType({ description: 'Who to ask for at an organisation.' })
export class OrganisationContact {
  @Field(() => String, { nullable: true, description: 'Name of the contact.' })
  name: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail of the contact.' })
  email: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone of the contact.' })
  telephone: string | null;
}

@Resolver(() => Organisation)
export class ShowOrganisationResolver {
  constructor(private readonly db: Database) {}

  @Query(() => Organisation, { name: 'organisation', description: 'One organisation. Refuses NOT_FOUND.' })
  @Allow(Permission.ReadOrganisations)
  async show(
    @Args('id', { type: () => Uuid, description: 'The organisation.' }) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<Organisation> {
    const organisation = await this.db.read(actor, (tx) => tx.findOneBy(Organisation, { id }));
    if (!organisation) throw NOT_FOUND({ what: 'Organisation', whatEn: 'Organisation' }, 'id');
    return organisation;
  }

  @ResolveReference()
  @Allow(Permission.ReadOrganisations)
  resolve(
    @Parent() reference: { id: string },
    @Context() context: RequestContext,
    @CurrentActor() actor: Actor,
  ): Promise<Organisation | null> {
    const load = async (ids: readonly string[]) => {
      const found = await this.db.read(actor, (tx) => tx.findBy(Organisation, { id: In([...ids]) }));
      return new Map(found.map((organisation) => [organisation.id, organisation]));
    };
    return loaderOf<Organisation | null>(context, 'organisation', load, null).load(reference.id);
  }

  @ResolveField(() => Branch, { name: 'branch', nullable: true, description: 'The branch it works with.' })
  @Allow(ANYONE_SIGNED_IN)
  branch(
    @Parent() organisation: Organisation,
    @Context() context: RequestContext,
    @CurrentActor() actor: Actor,
  ): Promise<Branch | null> {
    return loadBranch(this.db, actor, context, organisation.branch);
  }

  @ResolveField(() => OrganisationContact, {
    name: 'contact',
    nullable: true,
    description: 'Who to ask for; for those who keep the list.',
  })
  @Allow(Permission.EditOrganisations)
  contact(@Parent() organisation: Organisation): OrganisationContact | null {
    const { contactName: name, contactEmail: email, contactTelephone: telephone } = organisation;
    return name === null && email === null && telephone === null ? null : { name, email, telephone };
  }
}
