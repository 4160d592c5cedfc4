import { defineRefusal } from '#errors';

export const NOTHING_TO_CORRECT = defineRefusal({
  code: 'NOTHING_TO_CORRECT',
  kind: 'invalid',
  fr: () => 'Rien n’est différent de ce qui est déjà noté.',
  en: () => 'Nothing differs from what is already written.',
});
