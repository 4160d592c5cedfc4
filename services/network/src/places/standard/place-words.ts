import {
  ModaliteAcces as Access,
  PublicSpecifiquementAdresse as Audience,
  Frais,
  Itinerance,
  FormationLabel as Label,
  DispositifProgrammeNational as Programme,
  Service,
  PriseEnChargeSpecifique as Specific,
  ModaliteAccompagnement as Support,
  Typologie,
} from '@gouvfr-anct/lieux-de-mediation-numerique';
import { registerEnumType } from '@nestjs/graphql';

/** The national standard's French terms, each behind the English word used everywhere else. The only place where the two meet. */
export const PLACE_WORDS = {
  PlaceService: {
    ADMINISTRATIVE_HELP: Service.AideAuxDemarchesAdministratives,
    EVERYDAY_DIGITAL_TOOLS: Service.MaitriseDesOutilsNumeriquesDuQuotidien,
    JOB_SEEKING: Service.InsertionProfessionnelleViaLeNumerique,
    DIGITAL_SAFETY: Service.UtilisationSecuriseeDuNumerique,
    PARENTING_AND_SCHOOLING: Service.ParentaliteEtEducationAvecLeNumerique,
    LEISURE_AND_CREATING: Service.LoisirsEtCreationsNumeriques,
    DIGITAL_CULTURE: Service.ComprehensionDuMondeNumerique,
    INTERNET_AND_DEVICES: Service.AccesInternetEtMaterielInformatique,
    SOLIDARITY_PRICE_DEVICES: Service.MaterielInformatiqueAPrixSolidaire,
  },
  PlaceAudience: {
    YOUNG_PEOPLE: Audience.Jeunes,
    STUDENTS: Audience.Etudiants,
    FAMILIES: Audience.FamillesEnfants,
    SENIORS: Audience.Seniors,
    WOMEN: Audience.Femmes,
  },
  SpecificSupport: {
    DEAFNESS: Specific.Surdite,
    MOTOR_DISABILITY: Specific.HandicapsMoteurs,
    MENTAL_DISABILITY: Specific.HandicapsMentaux,
    ILLITERACY: Specific.Illettrisme,
    ENGLISH: Specific.LanguesEtrangeresAnglais,
    OTHER_LANGUAGES: Specific.LanguesEtrangeresAutre,
    VISUAL_IMPAIRMENT: Specific.DeficienceVisuelle,
  },
  PlaceFee: { FREE: Frais.Gratuit, FREE_UNDER_CONDITION: Frais.GratuitSousCondition, PAYING: Frais.Payant },
  NationalProgramme: {
    AIDANTS_CONNECT: Programme.AidantsConnect,
    REFERENCE_DIGITAL_LIBRARY: Programme.BibliothequesNumeriqueDeReference,
    PIX_CERTIFICATION: Programme.CertificationPIX,
    CONSEILLERS_NUMERIQUES: Programme.ConseillersNumeriques,
    EMMAUS_CONNECT: Programme.EmmausConnect,
    FRANCE_SERVICES: Programme.FranceServices,
    GRANDE_ECOLE_DU_NUMERIQUE: Programme.GrandeEcoleDuNumerique,
    CROIX_ROUGE: Programme.LaCroixRouge,
    CAF_DIGITAL_POINT: Programme.PointNumeriqueCAF,
    PROMENEURS_DU_NET: Programme.PromeneursDuNet,
    EMMAUS_CONNECT_RELAY: Programme.RelaisNumeriqueEmmausConnect,
  },
  TrainingLabel: {
    MON_ESPACE_SANTE: Label.FormeAMonEspaceSante,
    DUPLEX_ILLITERACY: Label.FormeADuplex,
    ARNIA_MEDNUM_BFC: Label.ArniaMednum,
    REUSE_NETWORK_NORMANDIE: Label.CollectifRessourcesEtActeursReemploi,
    // The standard's own pattern has no space before the bracket; the library has one.
    ETAPES_NUMERIQUES: 'Étapes numériques(La Poste)',
    FABRIQUES_DE_TERRITOIRE: Label.FabriquesDeTerritoire,
    ECLAIREURS_DU_NUMERIQUE: Label.LesEclaireurs,
    MES_PAPIERS: Label.MesPapiers,
    ORDI_3: Label.Ordi3,
    SUD_LABS: Label.SudLabs,
  },
  AccessMode: {
    WALK_IN: Access.SePresenter,
    PHONE: Access.Telephoner,
    MAIL: Access.ContacterParMail,
    BOOK_ONLINE: Access.PrendreRdvEnLigne,
    NOT_PUBLIC: Access.PasDePublic,
    PRESCRIPTION_BY_MAIL: Access.PrescriptionParMail,
  },
  SupportMode: {
    ON_ONES_OWN: Support.EnAutonomie,
    INDIVIDUAL: Support.AccompagnementIndividuel,
    GROUP_WORKSHOP: Support.DansUnAtelier,
    REMOTE: Support.ADistance,
  },
  PlaceMobility: { ITINERANT: Itinerance.Itinerant, FIXED: Itinerance.Fixe },
  StructureType: Typologie,
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

export type PlaceWordList = keyof typeof PLACE_WORDS;
export type PlaceWord<L extends PlaceWordList> = keyof (typeof PLACE_WORDS)[L] & string;

const descriptions: Readonly<Record<PlaceWordList, string>> = {
  PlaceService: 'What a place offers; services of the national standard.',
  PlaceAudience: 'Whom a place addresses in particular.',
  SpecificSupport: 'Whom a place can support in particular.',
  PlaceFee: 'What coming costs.',
  NationalProgramme: 'National programme a place belongs to.',
  TrainingLabel: 'Training or label a place holds.',
  AccessMode: 'How to come to a place.',
  SupportMode: 'How people are supported there.',
  PlaceMobility: 'Whether a place moves.',
  StructureType: 'Kind of structure, the standard’s 92 codes (`ASSO`, `CCAS`, `ML`…).',
};

const itself = <L extends PlaceWordList>(list: L) =>
  Object.fromEntries(Object.keys(PLACE_WORDS[list]).map((word) => [word, word])) as { [W in PlaceWord<L>]: W };

/** The standard's word lists as GraphQL enums. */
export const GraphQLPlaceWords = {
  PlaceService: itself('PlaceService'),
  PlaceAudience: itself('PlaceAudience'),
  SpecificSupport: itself('SpecificSupport'),
  PlaceFee: itself('PlaceFee'),
  NationalProgramme: itself('NationalProgramme'),
  TrainingLabel: itself('TrainingLabel'),
  AccessMode: itself('AccessMode'),
  SupportMode: itself('SupportMode'),
  PlaceMobility: itself('PlaceMobility'),
  StructureType: itself('StructureType'),
} as const;

for (const list of Object.keys(descriptions) as PlaceWordList[])
  registerEnumType(GraphQLPlaceWords[list], { name: list, description: descriptions[list] });
