import type { labels as french } from './labels.fr.js';

export const labels: Record<keyof typeof french, string> = {
  'labels.print': 'Labels',
  'labels.what': '{count} labels, on A4 sheets of 24 (70 × 37 mm).',
  'labels.one': 'One label, on an A4 sheet of 24 (70 × 37 mm).',
  'labels.first': 'First free label of the sheet',
  'labels.save': 'Save the PDF',
};
