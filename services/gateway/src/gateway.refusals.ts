import { defineRefusal } from '#errors';

/** More than the gateway reads of a query. */
export const BODY_TOO_LARGE = defineRefusal<{ limit: string }>({
  code: 'BODY_TOO_LARGE',
  kind: 'invalid',
  fr: (v) => `La demande dépasse ${v.limit}.`,
  en: (v) => `The request is larger than ${v.limit}.`,
});

/** A file for import above the limit. */
export const FILE_TOO_LARGE = defineRefusal<{ megabytes: number }>({
  code: 'FILE_TOO_LARGE',
  kind: 'invalid',
  fr: (v) => `Le fichier dépasse ${v.megabytes} Mo. Découpez-le et envoyez les parties une par une.`,
  en: (v) => `The file is larger than ${v.megabytes} MB. Split it and send the parts one by one.`,
});

/** A form or a text where JSON is expected: also what a forged form on another site would send. */
export const WRONG_CONTENT_TYPE = defineRefusal<{ expected: string }>({
  code: 'WRONG_CONTENT_TYPE',
  kind: 'invalid',
  fr: (v) => `Le contenu doit être de type ${v.expected}.`,
  en: (v) => `The content type must be ${v.expected}.`,
});

/** Only POST asks queries: an address can be prefetched, logged and forged, a body cannot. */
export const WRONG_METHOD = defineRefusal<{ expected: string }>({
  code: 'WRONG_METHOD',
  kind: 'invalid',
  fr: (v) => `Cette adresse attend la méthode ${v.expected}.`,
  en: (v) => `This address expects the method ${v.expected}.`,
});

/** No such address. */
export const NO_SUCH_ADDRESS = defineRefusal({
  code: 'NO_SUCH_ADDRESS',
  kind: 'not-found',
  fr: () => 'Cette adresse n’existe pas.',
  en: () => 'There is nothing at this address.',
});

/** A body that is no GraphQL request at all. */
export const MALFORMED_REQUEST = defineRefusal<{ part: string }>({
  code: 'MALFORMED_REQUEST',
  kind: 'invalid',
  fr: (v) => `Le corps de la demande n’est pas une demande GraphQL : ${v.part}`,
  en: (v) => `The body is not a GraphQL request: ${v.part}`,
});

/** A body that names no service to operate on. */
export const MALFORMED_OPERATION = defineRefusal({
  code: 'MALFORMED_OPERATION',
  kind: 'invalid',
  fr: () => 'Le corps de la demande doit être un objet JSON qui nomme un service.',
  en: () => 'The body must be a JSON object that names a service.',
});

/** A body that does not say whom to export, or how. */
export const MALFORMED_EXPORT = defineRefusal({
  code: 'MALFORMED_EXPORT',
  kind: 'invalid',
  fr: () => 'Indiquez la personne et le format du fichier\u00a0: json ou csv.',
  en: () => 'Say which person and which format: json or csv.',
});

/** A service that is not of this network. */
export const UNKNOWN_SERVICE = defineRefusal<{ known: string }>({
  code: 'UNKNOWN_SERVICE',
  kind: 'invalid',
  fr: (v) => `Ce service n’existe pas. Services connus : ${v.known}.`,
  en: (v) => `There is no such service. Known services: ${v.known}.`,
});

/** Several queries in one request. */
export const BATCHING_OFF = defineRefusal({
  code: 'BATCHING_OFF',
  kind: 'invalid',
  fr: () => 'Une demande contient une seule requête.',
  en: () => 'A request holds a single query.',
});

const limit = (code: string, fr: (v: { limit: number }) => string, en: (v: { limit: number }) => string) =>
  defineRefusal<{ limit: number }>({ code, kind: 'invalid', fr, en });

/** Longer than the parser reads. */
export const QUERY_TOO_LONG = limit(
  'QUERY_TOO_LONG',
  (v) => `La requête dépasse ${v.limit} éléments de syntaxe.`,
  (v) => `The query has more than ${v.limit} tokens.`,
);

/** Nested too deep once fragments are unfolded. */
export const QUERY_TOO_DEEP = limit(
  'QUERY_TOO_DEEP',
  (v) => `La requête dépasse ${v.limit} niveaux.`,
  (v) => `The query is deeper than ${v.limit} levels.`,
);

/** Too many fields under another name. */
export const TOO_MANY_ALIASES = limit(
  'TOO_MANY_ALIASES',
  (v) => `La requête compte plus de ${v.limit} alias.`,
  (v) => `The query has more than ${v.limit} aliases.`,
);

/** Too many questions at once. */
export const TOO_MANY_ROOT_FIELDS = limit(
  'TOO_MANY_ROOT_FIELDS',
  (v) => `La requête pose plus de ${v.limit} questions à la fois.`,
  (v) => `The query asks more than ${v.limit} questions at once.`,
);

/** Too many directives. */
export const TOO_MANY_DIRECTIVES = limit(
  'TOO_MANY_DIRECTIVES',
  (v) => `La requête compte plus de ${v.limit} directives.`,
  (v) => `The query has more than ${v.limit} directives.`,
);

/** Too many fields once fragments are unfolded. */
export const TOO_MANY_SELECTIONS = limit(
  'TOO_MANY_SELECTIONS',
  (v) => `La requête demande plus de ${v.limit} champs.`,
  (v) => `The query selects more than ${v.limit} fields.`,
);

/** Might hold more than one query may. */
export const QUERY_TOO_COSTLY = limit(
  'QUERY_TOO_COSTLY',
  (v) =>
    `La requête peut rapporter trop de données (coût au-delà de ${v.limit}). Demandez moins de lignes ou de champs.`,
  (v) => `The query may hold too much (cost above ${v.limit}). Ask for fewer rows or fields.`,
);

/** What one caller may spend in a minute is spent. */
export const BUDGET_SPENT = defineRefusal<{ seconds: number }>({
  code: 'BUDGET_SPENT',
  kind: 'retry',
  fr: (v) => `Vos requêtes de cette minute sont épuisées. Réessayez dans ${v.seconds} s.`,
  en: (v) => `Your queries of this minute are spent. Try again in ${v.seconds} s.`,
});

/** A query of one's own, where only those of the pages are answered. */
export const QUERY_NOT_KNOWN = defineRefusal({
  code: 'QUERY_NOT_KNOWN',
  kind: 'forbidden',
  fr: () => 'Vous pouvez poser les questions des pages, pas des requêtes libres. Un compte de programme le peut.',
  en: () => 'You may ask what the pages ask, not queries of your own. A program’s account may.',
});

/** A service that does not answer, or not in time: its part is missing, the rest holds. */
export const SERVICE_UNAVAILABLE = defineRefusal<{ service: string; serviceFr: string }>({
  code: 'SERVICE_UNAVAILABLE',
  kind: 'retry',
  fr: (v) => `Le service ${v.serviceFr} ne répond pas. Le reste de la page fonctionne ; réessayez dans un instant.`,
  en: (v) => `The ${v.service} service does not answer. The rest of the page works; try again in a moment.`,
});

/** One caller with too many queries open. */
export const TOO_MANY_AT_ONCE = defineRefusal<{ limit: number }>({
  code: 'TOO_MANY_AT_ONCE',
  kind: 'retry',
  fr: (v) => `Plus de ${v.limit} requêtes de votre part sont en cours. Attendez leurs réponses.`,
  en: (v) => `More than ${v.limit} of your queries are under way. Wait for their answers.`,
});

/** More watchers than one gateway serves. */
export const TOO_MANY_WATCHERS = defineRefusal({
  code: 'TOO_MANY_WATCHERS',
  kind: 'retry',
  fr: () => 'Trop de pages suivent les chiffres en direct. Réessayez dans un instant.',
  en: () => 'Too many pages watch the figures live. Try again in a moment.',
});

const FRENCH_NAMES: Readonly<Record<string, string>> = {
  network: 'Réseau',
  beneficiaries: 'Bénéficiaires',
  workshops: 'Ateliers',
  equipment: 'Matériel',
  reporting: 'Chiffres',
};

/** The refusal that names a silent service in both languages. */
export function serviceUnavailable(service: string) {
  return SERVICE_UNAVAILABLE({ service, serviceFr: FRENCH_NAMES[service] ?? service });
}
