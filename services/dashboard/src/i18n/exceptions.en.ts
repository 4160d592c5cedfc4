import type { exceptions as french } from './exceptions.fr.js';

export const exceptions: Record<keyof typeof french, string> = {
  'exception.grant': 'Grant an exception',
  'exception.what': 'The person may buy more top-ups than the cap, for one month, even when their right has ended.',
  'exception.branch': 'Branch where they buy',
  'exception.person': 'Number of the person',
  'exception.personHelp': 'The branch reads it at the till, below the right to buy. No name is exchanged.',
  'exception.noNumber': 'This is not the number of a person: it has 36 characters, dashes included.',
  'exception.month': 'Month',
  'exception.euros': 'Beyond the cap, in euros',
  'exception.eurosHelp': 'With 0, a right that has ended opens for that month, at the usual cap.',
  'exception.granted': 'Exception granted: {amount} beyond the cap, in {month}.',
};
