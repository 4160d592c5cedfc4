import type { timeline as french } from './timeline.fr.js';

/** English of a person's timeline. */
export const timeline: Readonly<Record<keyof typeof french, string>> = {
  'timeline.context': 'All that happened, oldest first, as each service tells it.',
  'timeline.doing': 'Reading the timeline',
  'timeline.none': 'Nothing has happened yet.',
  'timeline.show': 'Show',
  'timeline.all': 'All',
  'timeline.kind.RECORD': 'Record',
  'timeline.kind.PRESCRIPTION': 'Prescriptions',
  'timeline.kind.ASSESSMENT': 'Assessments',
  'timeline.kind.SESSION': 'Sessions',
  'timeline.kind.DROP_IN': 'Drop-ins',
  'timeline.kind.SALE': 'Purchases and devices',
  'timeline.enrolled': 'Enrolment',
  'timeline.received': 'Prescription received',
  'timeline.answered': 'Prescription answered',
  'timeline.firstSeen': 'First visit after the prescription',
  'timeline.done': 'Prescription done',
  'timeline.kind.SUPPORT': 'Support journey',
  'timeline.supportOpened': 'Support journey opened',
  'timeline.supportEnded': 'Exit: {what}',
  'timeline.sent': 'Sent on: {where}',
  'timeline.sentResult': 'What became of the redirection ({where}): {result}',
  'timeline.assessed': 'Assessment, {moment}: {found}',
  'timeline.dropIn': 'Drop-in, {themes}',
  'timeline.olderPurchases': 'Only the last twenty purchases are shown.',
};
