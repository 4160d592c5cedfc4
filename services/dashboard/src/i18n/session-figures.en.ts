import type { sessionFigures as french } from './session-figures.fr.js';

/** Sentences about the figures of sessions; they come after the key figures. */
export const sessionFigures: Record<keyof typeof french, string> = {
  'sessionFigures.title': 'Workshops, by branch',
  'sessionFigures.titlePlaces': 'Workshops, by place',
  'sessionFigures.doing': 'Reading the figures of workshops',
  'sessionFigures.none': 'No session and no helper’s hour in this period.',
  'sessionFigures.branch': 'Branch',
  'sessionFigures.place': 'Place',
  'sessionFigures.noPlace': 'Without a place',
  'sessionFigures.whole': 'All together',
  'sessionFigures.seats': 'Seats',
  'sessionFigures.attendance': 'Attendance',
  'sessionFigures.noShows': 'No-shows',
  'sessionFigures.completion': 'Courses completed',
  'sessionFigures.wait': 'Wait',
  'sessionFigures.helpers': 'Helpers',
  'sessionFigures.resources': 'Resources',
  'sessionFigures.of': '{n} of {base} ({share})',
  'sessionFigures.days': '{days} d',
  'sessionFigures.given': '{helpers, plural, one {# person} other {# people}}, {hours} h',
  'sessionFigures.about':
    'Wait: days, on average, between a person’s first asking and their first session at the branch. A course is completed by whoever came to three quarters of its sessions.',
};
