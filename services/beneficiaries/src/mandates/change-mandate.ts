import { Injectable } from '@nestjs/common';
import { Field, InputType, Int } from '@nestjs/graphql';
import type { Actor } from '#access';
import type { Fact } from '#events';
import { Uuid } from '#runtime';
import { ChangeRecordOfPerson, type KindOfRecord, type ToChange } from '../beneficiaries/change-record-of-person.js';
import { Mandate } from './mandate.entity.js';

@InputType({ isAbstract: true })
export abstract class MandateNamed {
  @Field(() => Uuid, { description: 'The mandate.' })
  id: string;

  @Field(() => Int, { nullable: true, description: 'The version you read; refused when it is not the current one.' })
  expectedVersion?: number | null;
}

const KIND: KindOfRecord<Mandate> = {
  Record: Mandate,
  what: 'Mandat',
  whatEn: 'Mandate',
  field: 'mandates',
};

/** Uses or changes a mandate. Nobody else is told. */
@Injectable()
export class ChangeMandate {
  constructor(private readonly changeRecord: ChangeRecordOfPerson) {}

  /** `purpose` is the slice's name. Refuses what `recordToChange` refuses, `NOT_FOUND`, `CHANGED_MEANWHILE`. */
  execute(
    named: MandateNamed,
    actor: Actor,
    purpose: string,
    change: (to: ToChange<Mandate>) => Promise<Fact[]> | Fact[],
  ): Promise<Mandate> {
    return this.changeRecord.execute(KIND, named, actor, purpose, change);
  }
}
