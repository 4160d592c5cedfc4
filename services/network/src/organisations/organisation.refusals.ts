import { defineRefusal } from '#errors';

export const CONTACT_EMAIL = defineRefusal({
  code: 'CONTACT_EMAIL',
  kind: 'invalid',
  fr: () => 'Cette adresse de courriel n’est pas valide.',
  en: () => 'This e-mail address is not valid.',
});
