import type { SituationTyped } from '../situation-fields.js';
import type { PersonShown } from './person-query.js';

/** The person's situation of today as a form begins with it. */
export function situationFrom(person: PersonShown): SituationTyped {
  return {
    gender: person.gender,
    socialStatus: person.socialStatus,
    communeText: person.commune?.name ?? '',
    communeCode: person.commune?.code ?? '',
  };
}
