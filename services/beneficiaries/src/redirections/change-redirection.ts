import { Injectable } from '@nestjs/common';
import { Field, InputType, Int } from '@nestjs/graphql';
import type { Actor } from '#access';
import type { Fact } from '#events';
import { Uuid } from '#runtime';
import { ChangeRecordOfPerson, type KindOfRecord, type ToChange } from '../beneficiaries/change-record-of-person.js';
import { Redirection } from './redirection.entity.js';

@InputType({ isAbstract: true })
export abstract class RedirectionNamed {
  @Field(() => Uuid, { description: 'The redirection.' })
  id: string;

  @Field(() => Int, { nullable: true, description: 'The version you read; refused when it is not the current one.' })
  expectedVersion?: number | null;
}

const KIND: KindOfRecord<Redirection> = {
  Record: Redirection,
  what: 'Redirection',
  whatEn: 'Redirection',
  topic: 'beneficiaries.redirections',
  field: 'redirections',
};

/** Changes a redirection and announces what came of it. */
@Injectable()
export class ChangeRedirection {
  constructor(private readonly changeRecord: ChangeRecordOfPerson) {}

  /** `purpose` is the slice's name. Refuses what `recordToChange` refuses, `NOT_FOUND`, `CHANGED_MEANWHILE`. */
  execute(
    named: RedirectionNamed,
    actor: Actor,
    purpose: string,
    change: (to: ToChange<Redirection>) => Promise<Fact[]> | Fact[],
  ): Promise<Redirection> {
    return this.changeRecord.execute(KIND, named, actor, purpose, change);
  }
}
