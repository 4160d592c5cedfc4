import { ObjectType } from '@nestjs/graphql';
import { pageTypeOf } from '#runtime';
import { Beneficiary } from './beneficiary.entity.js';

@ObjectType({ description: 'A page of people.' })
export class BeneficiaryPage extends pageTypeOf(Beneficiary, 'BeneficiaryPageRows') {}
