import type { ResultOf } from '../app/query.js';
import { graphql } from '../app/query.js';
import type { PlaceTerms } from '../i18n/place-terms.fr.js';

/** A place with all 32 fields of the standard, and what the service says of the record. */
export const PLACE = graphql(`
  query Place($id: UUID!) {
    place(id: $id) {
      id
      version
      retired
      filledFields
      gaps
      communeCode
      branch { code city }
      externalId
      pivot
      name
      commune
      postcode
      inseeCode
      address
      addressComplement
      latitude
      longitude
      typologies
      telephone
      emails
      websites
      openingHours
      summary
      description
      source
      mobilities
      parentStructure
      updatedOn
      services
      audiences
      specificSupports
      fees
      nationalProgrammes
      trainingLabels
      otherLabels
      accessModes
      supportModes
      accessibilityUrl
      bookingUrl
    }
  }
`);
export type PlaceShown = NonNullable<ResultOf<typeof PLACE>['place']>;

export const ALL_FIELDS = 32;

/** How a field is typed: a line, several lines (a list of texts, or one long text), words of the standard, degrees. */
type Kind = 'line' | 'list' | 'long' | 'words' | 'degrees';
type Property = keyof PlaceShown & string;
export type PlaceGroup = keyof PlaceTerms['PlaceGroup'];

/** One of the 32 fields: its column in the standard, its name on the wire, where it stands in the form. */
export interface PlaceField {
  readonly column: keyof PlaceTerms['PlaceColumn'];
  readonly property: Property;
  readonly kind: Kind;
  readonly words?: keyof PlaceTerms;
  readonly required?: true;
}

const field = (
  column: PlaceField['column'],
  property: Property,
  kind: Kind = 'line',
  words?: keyof PlaceTerms,
): PlaceField => ({ column, property, kind, ...(words ? { words } : {}) });
const needed = (column: PlaceField['column'], property: Property): PlaceField => ({
  ...field(column, property),
  required: true,
});

/** The form in six groups, what the standard requires first. Identifier, source and day of update are given by the service. */
export const PLACE_GROUPS: Readonly<Record<PlaceGroup, readonly PlaceField[]>> = {
  address: [
    needed('nom', 'name'),
    needed('adresse', 'address'),
    needed('code_postal', 'postcode'),
    needed('commune', 'commune'),
    field('pivot', 'pivot'),
  ],
  structure: [
    field('complement_adresse', 'addressComplement'),
    field('code_insee', 'inseeCode'),
    field('latitude', 'latitude', 'degrees'),
    field('longitude', 'longitude', 'degrees'),
    field('structure_parente', 'parentStructure'),
    field('itinerance', 'mobilities', 'words', 'PlaceMobility'),
    field('typologie', 'typologies', 'words', 'StructureType'),
  ],
  contact: [
    field('telephone', 'telephone'),
    field('horaires', 'openingHours'),
    field('courriels', 'emails', 'list'),
    field('site_web', 'websites', 'list'),
    field('prise_rdv', 'bookingUrl'),
  ],
  presentation: [
    field('presentation_resume', 'summary', 'long'),
    field('presentation_detail', 'description', 'long'),
    field('fiche_acces_libre', 'accessibilityUrl'),
  ],
  offer: [
    field('services', 'services', 'words', 'PlaceService'),
    field('modalites_accompagnement', 'supportModes', 'words', 'SupportMode'),
    field('modalites_acces', 'accessModes', 'words', 'AccessMode'),
    field('frais_a_charge', 'fees', 'words', 'PlaceFee'),
  ],
  audience: [
    field('publics_specifiquement_adresses', 'audiences', 'words', 'PlaceAudience'),
    field('prise_en_charge_specifique', 'specificSupports', 'words', 'SpecificSupport'),
    field('dispositif_programmes_nationaux', 'nationalProgrammes', 'words', 'NationalProgramme'),
    field('formations_labels', 'trainingLabels', 'words', 'TrainingLabel'),
    field('autres_formations_labels', 'otherLabels', 'list'),
  ],
};
export const GROUP_NAMES = Object.keys(PLACE_GROUPS) as readonly PlaceGroup[];
export const FORM_FIELDS: readonly PlaceField[] = Object.values(PLACE_GROUPS).flat();
/** What the service gives by itself. */
export const GIVEN_FIELDS = ['id', 'source', 'date_maj'] as const satisfies readonly PlaceField['column'][];
/** What no row of a file may lack. */
export const REQUIRED_COLUMNS = [
  'id',
  'pivot',
  'nom',
  'commune',
  'code_postal',
  'adresse',
  'date_maj',
] as const satisfies readonly PlaceField['column'][];
