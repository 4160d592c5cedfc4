import { ArgsType, Field } from '@nestjs/graphql';
import type { SelectQueryBuilder } from 'typeorm';
import { searchPatterns } from '#runtime';
import { completeIn } from './gaps.js';
import type { Place } from './place.entity.js';
import { GraphQLPlaceWords, type PlaceWord } from './standard/place-words.js';

/** Which places of the directory are meant; a list shows them, an export writes them. */
@ArgsType()
export class PlaceChoice {
  @Field(() => String, { nullable: true, description: 'Only places kept by this branch.' })
  branch?: string | null;

  @Field(() => String, { nullable: true, description: 'Only places of this commune (INSEE code).' })
  communeCode?: string | null;

  @Field(() => GraphQLPlaceWords.PlaceService, { nullable: true, description: 'Only places that offer this.' })
  service?: PlaceWord<'PlaceService'> | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only places without a gap; false: only those with one.',
  })
  complete?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'Words of name, commune, postcode or address; accents and order do not matter.',
  })
  text?: string | null;
}

/** Narrows a query over places `p` to those meant. */
export function choosePlaces(query: SelectQueryBuilder<Place>, choice: PlaceChoice): void {
  if (choice.branch) query.andWhere('p.branch = :branch', { branch: choice.branch });
  if (choice.communeCode) query.andWhere('p.communeCode = :commune', { commune: choice.communeCode });
  if (choice.service) query.andWhere(':service = ANY (p.services)', { service: choice.service });
  if (choice.complete != null) query.andWhere(`${choice.complete ? '' : 'NOT '}(${completeIn('p')})`);
  const patterns = searchPatterns(choice.text);
  if (patterns.length > 0) query.andWhere('p.search LIKE ALL (:patterns)', { patterns });
}
