import { defineRefusal } from '#errors';

export const CONTACT_DAY = defineRefusal<{ from: string }>({
  code: 'CONTACT_DAY',
  kind: 'invalid',
  fr: (v) => `Le jour du contact se situe entre l’inscription (${v.from}) et aujourd’hui.`,
  en: (v) => `The day of the contact is between the enrolment (${v.from}) and today.`,
});
