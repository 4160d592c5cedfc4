import { defineRefusal } from '#errors';

export const LABELS_WANTED = defineRefusal<{ most: number }>({
  code: 'LABELS_WANTED',
  kind: 'invalid',
  fr: (v) => `Une impression porte sur 1 à ${v.most} étiquettes.`,
  en: (v) => `A print is of 1 to ${v.most} labels.`,
});

export const FIRST_LABEL = defineRefusal<{ most: number }>({
  code: 'FIRST_LABEL',
  kind: 'invalid',
  fr: (v) => `Une planche compte ${v.most} étiquettes\u00a0: la première libre va de 1 à ${v.most}.`,
  en: (v) => `A sheet has ${v.most} labels: the first free one is between 1 and ${v.most}.`,
});
