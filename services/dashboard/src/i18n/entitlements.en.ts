import type { entitlements as french } from './entitlements.fr.js';

export const entitlements: Record<keyof typeof french, string> = {
  'right.doing': 'Reading the right to buy',
  'right.title': 'Right to buy top-ups',
  'right.left': '{left} of top-up left until {day}.',
  'right.until': 'Open until {day}, renewable {count, plural, =0 {no more} one {# time} other {# times}}.',
  'right.new': 'No top-up bought yet: the right begins with the first one, until {day}.',
  'right.ended': 'The right ended on {day}.',
  'right.exception': 'Exception of the coordination: {amount} beyond the cap, until {day}.',
  'right.ask': 'For an exception, give this number to the coordination:',
  'right.renew': 'Renew the right',
};
