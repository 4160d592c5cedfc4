import { Args, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { Beneficiary } from '../../beneficiaries/beneficiary.entity.js';
import { ChangeLimits, LimitInput } from '../change-limits.js';

@InputType({ description: 'Whose record, and why.' })
export class NoteObjectionInput extends LimitInput {}

@Resolver()
export class NoteObjectionResolver {
  constructor(private readonly limits: ChangeLimits) {}

  @Mutation(() => Beneficiary, {
    name: 'noteObjection',
    description:
      'Notes that a person objects: no reminder, and no figure but the count itself from today on. Refuses REASON_REQUIRED, NOT_FOUND, CHANGED_MEANWHILE, BENEFICIARY_VOIDED, BENEFICIARY_ERASED, BENEFICIARY_OBJECTED.',
  })
  @Allow(Permission.LimitBeneficiaries)
  change(@Args('input') input: NoteObjectionInput, @CurrentActor() actor: Actor): Promise<Beneficiary> {
    return this.limits.execute(input, actor, {
      what: 'OBJECTED',
      purpose: 'note-objection',
      change: (person, moment) => person.object(moment),
    });
  }
}
