import { registerEnumType } from '@nestjs/graphql';
import { searchText } from '#runtime';

/** What a column of a list of people may say. */
export const PersonField = {
  GIVEN_NAME: 'GIVEN_NAME',
  FAMILY_NAME: 'FAMILY_NAME',
  BIRTH_YEAR: 'BIRTH_YEAR',
  GENDER: 'GENDER',
  SOCIAL_STATUS: 'SOCIAL_STATUS',
  COMMUNE: 'COMMUNE',
  POSTCODE: 'POSTCODE',
  PHONE: 'PHONE',
  EMAIL: 'EMAIL',
  CONTACT_PREFERENCE: 'CONTACT_PREFERENCE',
  LANGUAGE: 'LANGUAGE',
  ORIENTATION_SOURCE: 'ORIENTATION_SOURCE',
  FIRST_NEED: 'FIRST_NEED',
  PRIVACY_NOTICE_READ_ON: 'PRIVACY_NOTICE_READ_ON',
  ENROLLED_ON: 'ENROLLED_ON',
  OWN_NUMBER: 'OWN_NUMBER',
} as const;
export type PersonField = keyof typeof PersonField;

registerEnumType(PersonField, {
  name: 'PersonField',
  description: 'What a column of a list of people says; `OWN_NUMBER` is the number the person has in that list.',
});

/** A column of a file and what it is read as; null = not read. */
export interface PersonColumn {
  readonly column: string;
  readonly field: PersonField | null;
}

/** Headings as people write them, accents, case and signs aside. */
const HEADINGS: Readonly<Record<PersonField, string>> = {
  GIVEN_NAME: 'prenom|prenoms|prenom usuel|given name|first name',
  FAMILY_NAME: 'nom|nom de famille|nom d usage|nom usuel|family name|last name|surname',
  BIRTH_YEAR: 'annee de naissance|date de naissance|naissance|ne e le|ne le|birth year|year of birth|date of birth',
  GENDER: 'genre|sexe|civilite|gender|sex',
  SOCIAL_STATUS: 'statut social|statut|situation|situation professionnelle|activite|social status',
  COMMUNE: 'commune|ville|commune de residence|code insee|code commune|insee|city|town',
  POSTCODE: 'code postal|cp|postcode|zip',
  PHONE: 'telephone|tel|portable|mobile|telephone portable|numero de telephone|phone|phone number',
  EMAIL: 'email|e mail|mail|courriel|adresse mail|adresse e mail|adresse electronique|adresse courriel',
  CONTACT_PREFERENCE: 'contact prefere|preference de contact|moyen de contact|contact preference',
  LANGUAGE: 'langue|langue parlee|langue d echange|language|spoken language',
  ORIENTATION_SOURCE: 'origine|origine de la venue|orientation|source d orientation|orientation source',
  FIRST_NEED: 'besoin|premier besoin|demande|first need|need',
  PRIVACY_NOTICE_READ_ON: 'informe e le|informe le|information lue le|notice lue le|rgpd|privacy notice read on',
  ENROLLED_ON: 'date d inscription|inscrit e le|inscrit le|inscription|enrolled on',
  OWN_NUMBER: 'identifiant|id|numero|n|numero de dossier|dossier|reference|own number',
};

const BY_HEADING = new Map(
  Object.entries(HEADINGS).flatMap(([field, names]) =>
    names.split('|').map((name) => [name, field as PersonField] as const),
  ),
);

/** What each column is read as: as told, else by its heading; of two columns with one meaning the first. */
export function personColumns(columns: readonly string[], told: readonly PersonColumn[]): PersonColumn[] {
  const wanted = new Map(told.map(({ column, field }) => [column, field]));
  const taken = new Set<PersonField>();
  return columns.map((column) => {
    const field = wanted.has(column) ? (wanted.get(column) ?? null) : (BY_HEADING.get(searchText(column)) ?? null);
    if (field === null || (taken.has(field) && !wanted.has(column))) return { column, field: null };
    taken.add(field);
    return { column, field };
  });
}
