import { defineRefusal } from '#errors';

/** Neither, or both at once. */
export const RESOURCE_SOURCE = defineRefusal({
  code: 'RESOURCE_SOURCE',
  kind: 'invalid',
  fr: () => 'Donnez un fichier ou une adresse, l’un des deux.',
  en: () => 'Give a file or an address, one of the two.',
});

/** By what the file begins with and how its name ends, not by what it says of itself. */
export const RESOURCE_FILE_TYPE = defineRefusal({
  code: 'RESOURCE_FILE_TYPE',
  kind: 'invalid',
  fr: () => 'Une ressource est un PDF, une image (PNG, JPEG) ou un document (ODT, ODP, ODS, DOCX, PPTX, XLSX).',
  en: () => 'A resource is a PDF, an image (PNG, JPEG) or a document (ODT, ODP, ODS, DOCX, PPTX, XLSX).',
});

export const RESOURCE_FILE_TOO_LARGE = defineRefusal<{ megabytes: number }>({
  code: 'RESOURCE_FILE_TOO_LARGE',
  kind: 'invalid',
  fr: (v) => `Une ressource pèse au plus ${v.megabytes}\u00a0Mo. Allégez-la, ou donnez une adresse.`,
  en: (v) => `A resource weighs ${v.megabytes} MB at most. Make it lighter, or give an address.`,
});

export const NO_RESOURCE_FILE = defineRefusal({
  code: 'NO_RESOURCE_FILE',
  kind: 'invalid',
  fr: () => 'L’envoi ne contient pas de fichier.',
  en: () => 'No file was sent.',
});

/** Kept for a day for whoever sent it, until a resource takes it. */
export const RESOURCE_FILE_GONE = defineRefusal({
  code: 'RESOURCE_FILE_GONE',
  kind: 'invalid',
  fr: () => 'Ce fichier n’est plus là. Envoyez-le de nouveau.',
  en: () => 'This file is no longer there. Send it again.',
});

export const RESOURCE_LANGUAGE = defineRefusal({
  code: 'RESOURCE_LANGUAGE',
  kind: 'invalid',
  fr: () => 'La langue s’écrit par son code, fr, ar ou uk par exemple.',
  en: () => 'The language is written as its code, fr, ar or uk for example.',
});

export const RESOURCE_MINUTES = defineRefusal({
  code: 'RESOURCE_MINUTES',
  kind: 'invalid',
  fr: () => 'La durée va de 1 minute à 8 heures.',
  en: () => 'The length is from 1 minute to 8 hours.',
});

export const RESOURCE_RETIRED = defineRefusal({
  code: 'RESOURCE_RETIRED',
  kind: 'conflict',
  fr: () => 'Cette ressource a été retirée de la bibliothèque.',
  en: () => 'This resource was taken out of the library.',
});

export const KIT_SIZE = defineRefusal<{ max: number }>({
  code: 'KIT_SIZE',
  kind: 'invalid',
  fr: (v) => `Un kit réunit au plus ${v.max} ressources.`,
  en: (v) => `A kit holds ${v.max} resources at most.`,
});
