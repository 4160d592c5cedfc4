import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { requireText } from '#errors';
import type { AdministrativeTheme } from '#events';
import { GraphQLVocabulary, LocalDateScalar, shiftDay, Uuid } from '#runtime';
import type { Beneficiary } from '../beneficiaries/beneficiary.entity.js';
import type { Moment } from '../beneficiaries/enrolment-input.js';
import {
  MANDATE_AGREED,
  MANDATE_ANONYMOUS,
  MANDATE_OUT_OF_SCOPE,
  MANDATE_OVER,
  MANDATE_SCOPE,
} from './mandate.refusals.js';

/** How long a mandate holds, as Aidants Connect has it. */
export const MandateDuration = { SHORT: 'SHORT', MONTH: 'MONTH', SEMESTER: 'SEMESTER', LONG: 'LONG' } as const;
export type MandateDuration = (typeof MandateDuration)[keyof typeof MandateDuration];
registerEnumType(MandateDuration, {
  name: 'MandateDuration',
  description: 'SHORT: that day alone; MONTH: 31 days; SEMESTER: 182 days; LONG: 365 days.',
});
const DAYS: Readonly<Record<MandateDuration, number>> = { SHORT: 1, MONTH: 31, SEMESTER: 182, LONG: 365 };

/** Whether a mandate holds. */
export const MandateState = { IN_FORCE: 'IN_FORCE', OVER: 'OVER', REVOKED: 'REVOKED' } as const;
export type MandateState = (typeof MandateState)[keyof typeof MandateState];
registerEnumType(MandateState, {
  name: 'MandateState',
  description: 'IN_FORCE; OVER: its last day has passed; REVOKED: the person took it back.',
});

@Entity('mandate_act')
@ObjectType({ description: 'Something done in a person’s name. Once noted it is never changed.' })
export class MandateAct {
  @PrimaryColumn('uuid')
  @Field(() => Uuid, { description: 'Identifier of the act.' })
  id: string;

  @Column('char', { length: 2 })
  branch: string;

  @Column('uuid')
  mandateId: string;

  @Column('uuid')
  beneficiaryId: string;

  @Column('text')
  @Field(() => GraphQLVocabulary.AdministrativeTheme, { description: 'Which sort of procedure.' })
  theme: AdministrativeTheme;

  @Column('text')
  @Field(() => String, { description: 'What was done.' })
  what: string;

  @Column('date')
  @Field(() => LocalDateScalar, { description: 'Which day.' })
  occurredOn: string;

  @Column({ type: 'timestamptz', precision: 3 })
  recordedAt: Date;

  @Column('text')
  @Field(() => String, { description: 'Subject of the member who did it.' })
  recordedBy: string;
}

@Entity('mandate')
@ObjectType({ description: 'What somebody allowed the branch to do in their name, and until when.' })
export class Mandate {
  @PrimaryColumn('uuid')
  @Field(() => Uuid, { description: 'Identifier of the mandate.' })
  id: string;

  @Column('char', { length: 2 })
  branch: string;

  @Column('uuid')
  beneficiaryId: string;

  @Column('int')
  @Field(() => Int, { description: 'Raised by each change; send it back as `expectedVersion`.' })
  version: number;

  @Column('text', { array: true })
  @Field(() => [GraphQLVocabulary.AdministrativeTheme], { description: 'Sorts of procedures it is for.' })
  themes: AdministrativeTheme[];

  @Column('text')
  @Field(() => MandateDuration, { description: 'How long it was given for.' })
  duration: MandateDuration;

  @Column('date')
  @Field(() => LocalDateScalar, { description: 'First day.' })
  fromOn: string;

  @Column('date')
  @Field(() => LocalDateScalar, { description: 'Last day.' })
  untilOn: string;

  @Column('date', { nullable: true })
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Day on which the person took it back; null = they did not.',
  })
  revokedOn: string | null;

  @Column('text', { nullable: true })
  revokedBy: string | null;

  @Column({ type: 'timestamptz', precision: 3 })
  recordedAt: Date;

  @Column('text')
  recordedBy: string;

  /** Refuses `MANDATE_ANONYMOUS`, `MANDATE_AGREED`, `MANDATE_SCOPE`. */
  static give(
    ids: { id: string; by: string },
    person: Beneficiary,
    input: { themes: readonly AdministrativeTheme[]; duration: MandateDuration; agreed: boolean },
    { now, today }: Moment,
  ): Mandate {
    if (person.kind === 'ANONYMOUS') throw MANDATE_ANONYMOUS({}, 'input.beneficiaryId');
    if (!input.agreed) throw MANDATE_AGREED({}, 'input.agreed');
    const themes = [...new Set(input.themes)];
    if (themes.length === 0) throw MANDATE_SCOPE({}, 'input.themes');
    return Object.assign(new Mandate(), {
      ...{ id: ids.id, branch: person.branch, beneficiaryId: person.id, version: 1, themes, duration: input.duration },
      ...{ fromOn: today, untilOn: shiftDay(today, DAYS[input.duration] - 1), revokedOn: null, revokedBy: null },
      ...{ recordedAt: now, recordedBy: ids.by },
    });
  }

  /** Something is done in the person's name. Refuses `MANDATE_OVER`, `MANDATE_OUT_OF_SCOPE`, `TEXT_LENGTH`, `SENSITIVE_TEXT`. */
  act(ids: { id: string; by: string }, theme: AdministrativeTheme, what: string, { now, today }: Moment): MandateAct {
    if (this.stateOn(today) !== 'IN_FORCE') throw MANDATE_OVER({}, 'input.id');
    if (!this.themes.includes(theme)) throw MANDATE_OUT_OF_SCOPE({}, 'input.theme');
    return Object.assign(new MandateAct(), {
      ...{ id: ids.id, branch: this.branch, mandateId: this.id, beneficiaryId: this.beneficiaryId, theme },
      what: requireText(what, 'input.what', { min: 3, max: 300 }),
      ...{ occurredOn: today, recordedAt: now, recordedBy: ids.by },
    });
  }

  /** The person takes it back. Refuses `MANDATE_OVER`. */
  revoke(by: string, { today }: Moment): void {
    if (this.stateOn(today) !== 'IN_FORCE') throw MANDATE_OVER({}, 'input.id');
    Object.assign(this, { revokedOn: today, revokedBy: by, version: this.version + 1 });
  }

  stateOn(today: string): MandateState {
    if (this.revokedOn !== null) return 'REVOKED';
    return today > this.untilOn ? 'OVER' : 'IN_FORCE';
  }
}
