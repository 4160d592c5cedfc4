import { defineRefusal } from '#errors';

/** The identity provider's keys cannot be read, so no token can be checked: a matter of moments, not of the caller. */
export const IDENTITY_UNAVAILABLE = defineRefusal({
  code: 'IDENTITY_UNAVAILABLE',
  kind: 'retry',
  fr: () => 'Le service de connexion ne répond pas. Réessayez dans quelques secondes.',
  en: () => 'The sign-in service does not answer. Try again in a few seconds.',
});
