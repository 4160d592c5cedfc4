import type { equipmentFigures as french } from './equipment-figures.fr.js';

export const equipmentFigures: Record<keyof typeof french, string> = {
  'equipmentFigures.title': 'What became of the equipment',
  'equipmentFigures.doing': 'Reading the figures of equipment',
  'equipmentFigures.collected': 'Collected',
  'equipmentFigures.reused': 'Used again (estimate)',
  'equipmentFigures.wasted': 'Left as waste',
  'equipmentFigures.kilograms': '{kg} kg',
  'equipmentFigures.kilogramsAnd': '{kg} kg, {count, plural, one {# tagged device} other {# tagged devices}} in it',
  'equipmentFigures.devices': 'Devices received, sold',
  'equipmentFigures.twoCounts': '{received} received, {sold} sold',
  'equipmentFigures.money': 'Paid, and estimated market value',
  'equipmentFigures.twoSums': '{paid} paid, {market} on the market',
  'equipmentFigures.followed': 'Followed by a course within 60 days',
  'equipmentFigures.of': '{n} of {base} ({share})',
  'equipmentFigures.tooEarly': 'Too early to tell: none was sold 60 days ago.',
  'equipmentFigures.wait': 'From the first help to the first device',
  'equipmentFigures.days':
    '{days, plural, one {# day} other {# days}} in the median, for {people, plural, one {# person} other {# people}}',
  'equipmentFigures.nobody': 'Nobody bought their first device.',
  'equipmentFigures.about':
    'Weights used again are estimated by kind of device. The 60 days and the wait speak of sales to people who are known; a course in another branch counts.',
};
