/** Sentences of printed labels; they travel with what prints them. */
export const labels = {
  'labels.print': 'Étiquettes',
  'labels.what': '{count} étiquettes, sur des planches A4 de 24 (70 × 37 mm).',
  'labels.one': 'Une étiquette, sur une planche A4 de 24 (70 × 37 mm).',
  'labels.first': 'Première étiquette libre de la planche',
  'labels.save': 'Enregistrer le PDF',
} as const;
