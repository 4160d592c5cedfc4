import type { tillFiles as french } from './till-files.fr.js';

export const tillFiles: Record<keyof typeof french, string> = {
  'tillFile.receipt': 'Receipt as PDF',
  'tillFile.accounts': 'Export the accounts',
  'tillFile.accountsWhat':
    'The closed days, as CSV: one line for each thing sold, each payment and each correction entered later, in cents.',
  'tillFile.from': 'From',
  'tillFile.to': 'To',
  'tillFile.saved': 'File saved: {name}',
};
