/** Sentences of the till's day; they travel with it. */
export const tillDays = {
  'tillDay.title': 'Opening and closing',
  'tillDay.open': 'Open the till',
  'tillDay.close': 'Close the till',
  'tillDay.openedAt': 'Opened at',
  'tillDay.closedAt': 'Closed at',
  'tillDay.float': 'Float, in euros',
  'tillDay.floatHelp': 'The cash in the till before the first sale.',
  'tillDay.count': 'Cash counted, in euros',
  'tillDay.countHelp': 'The float included. After the closing nothing is sold any more that day.',
  'tillDay.expected': 'Expected',
  'tillDay.counted': 'Counted',
  'tillDay.difference': 'Difference',
  'tillDay.reason': 'Why it differs',
  'tillDay.closedWhat': 'This day does not change any more. What turns out wrong in it is entered on a later day.',
} as const;
