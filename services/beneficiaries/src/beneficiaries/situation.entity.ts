import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Gender, SocialStatus } from '#events';
import { GraphQLVocabulary, LocalDateScalar } from '#runtime';
import type { StatedSituation } from './class-history.js';

@Entity()
@ObjectType({ description: 'What a person stated of their situation, from a day on.' })
export class Situation implements StatedSituation {
  @PrimaryColumn('uuid')
  beneficiaryId: string;

  @PrimaryColumn('date')
  @Field(() => LocalDateScalar, { description: 'The first day it holds.' })
  holdsFrom: string;

  @Column('char', { length: 2 })
  branch: string;

  @Column('text')
  @Field(() => GraphQLVocabulary.Gender, { description: 'Gender as the person states it.' })
  gender: Gender;

  @Column('text')
  @Field(() => GraphQLVocabulary.SocialStatus, { description: 'Main occupation as the person states it.' })
  socialStatus: SocialStatus;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'INSEE code of the commune they live in; null = not stated.' })
  communeCode: string | null;
}
