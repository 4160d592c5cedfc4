import type { PlaceWord, PlaceWordList } from './place-words.js';

/** A place as the standard knows it, in our words. Null and empty lists mean: not said. */
export interface PlaceRecord {
  externalId: string;
  /** Null for the placeholder of zeros: no number is known. */
  pivot: string | null;
  name: string;
  commune: string;
  postcode: string;
  inseeCode: string | null;
  address: string;
  addressComplement: string | null;
  /** As text: a figure keeps the digits it came with. */
  latitude: string | null;
  longitude: string | null;
  typologies: PlaceWord<'StructureType'>[];
  telephone: string | null;
  emails: string[];
  websites: string[];
  openingHours: string | null;
  summary: string | null;
  description: string | null;
  source: string;
  mobilities: PlaceWord<'PlaceMobility'>[];
  parentStructure: string | null;
  updatedOn: string;
  services: PlaceWord<'PlaceService'>[];
  audiences: PlaceWord<'PlaceAudience'>[];
  specificSupports: PlaceWord<'SpecificSupport'>[];
  fees: PlaceWord<'PlaceFee'>[];
  nationalProgrammes: PlaceWord<'NationalProgramme'>[];
  trainingLabels: PlaceWord<'TrainingLabel'>[];
  otherLabels: string[];
  accessModes: PlaceWord<'AccessMode'>[];
  supportModes: PlaceWord<'SupportMode'>[];
  accessibilityUrl: string | null;
  bookingUrl: string | null;
}

/** How a field's text is read. */
export type FieldKind =
  | 'text'
  | 'pivot'
  | 'postcode'
  | 'insee'
  | 'latitude'
  | 'longitude'
  | 'telephone'
  | 'date'
  | 'summary'
  | 'link'
  | 'links'
  | 'emails'
  | 'texts'
  | 'words';

/** One column of the standard. */
export interface StandardField {
  readonly column: string;
  readonly property: keyof PlaceRecord;
  readonly kind: FieldKind;
  readonly required: boolean;
  readonly words?: PlaceWordList;
}

const field = (
  column: string,
  property: keyof PlaceRecord,
  kind: FieldKind = 'text',
  more: { required?: boolean; words?: PlaceWordList } = {},
): StandardField => ({ column, property, kind, required: false, ...more });

const required = { required: true };

/** The 32 columns of the standard v1.0.2, in its order. */
export const STANDARD_FIELDS: readonly StandardField[] = [
  field('id', 'externalId', 'text', required),
  field('pivot', 'pivot', 'pivot', required),
  field('nom', 'name', 'text', required),
  field('commune', 'commune', 'text', required),
  field('code_postal', 'postcode', 'postcode', required),
  field('code_insee', 'inseeCode', 'insee'),
  field('adresse', 'address', 'text', required),
  field('complement_adresse', 'addressComplement'),
  field('latitude', 'latitude', 'latitude'),
  field('longitude', 'longitude', 'longitude'),
  field('typologie', 'typologies', 'words', { words: 'StructureType' }),
  field('telephone', 'telephone', 'telephone'),
  field('courriels', 'emails', 'emails'),
  field('site_web', 'websites', 'links'),
  field('horaires', 'openingHours'),
  field('presentation_resume', 'summary', 'summary'),
  field('presentation_detail', 'description'),
  // Optional in the standard, needed here: a place is known by its source and its id there.
  field('source', 'source', 'text', required),
  field('itinerance', 'mobilities', 'words', { words: 'PlaceMobility' }),
  field('structure_parente', 'parentStructure'),
  field('date_maj', 'updatedOn', 'date', required),
  field('services', 'services', 'words', { words: 'PlaceService' }),
  field('publics_specifiquement_adresses', 'audiences', 'words', { words: 'PlaceAudience' }),
  field('prise_en_charge_specifique', 'specificSupports', 'words', { words: 'SpecificSupport' }),
  field('frais_a_charge', 'fees', 'words', { words: 'PlaceFee' }),
  field('dispositif_programmes_nationaux', 'nationalProgrammes', 'words', { words: 'NationalProgramme' }),
  field('formations_labels', 'trainingLabels', 'words', { words: 'TrainingLabel' }),
  field('autres_formations_labels', 'otherLabels', 'texts'),
  field('modalites_acces', 'accessModes', 'words', { words: 'AccessMode' }),
  field('modalites_accompagnement', 'supportModes', 'words', { words: 'SupportMode' }),
  field('fiche_acces_libre', 'accessibilityUrl', 'link'),
  field('prise_rdv', 'bookingUrl', 'link'),
];

/** What columns were called before version 1, and now. */
export const OLD_COLUMNS: Readonly<Record<string, string>> = {
  courriel: 'courriels',
  labels_nationaux: 'dispositif_programmes_nationaux',
  labels_autres: 'autres_formations_labels',
  publics_accueillis: 'publics_specifiquement_adresses',
  conditions_acces: 'frais_a_charge',
  accessibilite: 'fiche_acces_libre',
};
