import type { beneficiaries as french } from './beneficiaries.fr.js';

/** Sentences of a person's record, in English. */
export const beneficiaries: Readonly<Record<keyof typeof french, string>> = {
  'people.unknown': 'This record does not exist, or is not of your branches.',
  'people.unnamed': 'No name',
  'people.voided': 'Record taken back',
  'people.firstNeed': 'First need',
  'people.acts': 'Support acts',
  'people.seats': 'Sessions',
  'people.purchases': 'Purchases',
  'people.enrolledOn': 'Enrolled',
  'people.noticeOn': 'Notice read on',
  'people.minutes': '{minutes} min',
  'people.cardWhen': 'Day and hour of the next appointment',
  'people.cardHelp': 'If you cannot come, tell the branch.',
  'people.communeChoose': 'Choose the commune.',
  'people.communeNone': 'No commune begins like this.',
};
