import { defineRefusal } from '#errors';

/** The token was good once: the member's rights changed, or they were signed out everywhere. A fresh token may hold. */
export const SESSION_ENDED = defineRefusal({
  code: 'SESSION_ENDED',
  kind: 'unauthenticated',
  fr: () => 'Cette session a pris fin. Reconnectez-vous pour continuer.',
  en: () => 'This session has ended. Sign in again to continue.',
});

/** The identity provider's keys cannot be read, so no token can be checked: a matter of moments, not of the caller. */
export const IDENTITY_UNAVAILABLE = defineRefusal({
  code: 'IDENTITY_UNAVAILABLE',
  kind: 'retry',
  fr: () => 'Le service de connexion ne répond pas. Réessayez dans quelques secondes.',
  en: () => 'The sign-in service does not answer. Try again in a few seconds.',
});
