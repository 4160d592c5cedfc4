import type { Indicator } from '../figures/indicator.js';
import { Kind } from '../projection/delta.js';

/** Figures of sessions, of those who come to them and of those who hold them; all of them are told by place too. */
export const SESSION_INDICATORS = {
  SESSIONS_HELD: {
    id: 3,
    kind: Kind.SESSION_HELD,
    measure: 'units',
    dimensions: ['PLACE'],
    fr: { label: 'Séances tenues', definition: 'Séances closes, à la date où elles ont eu lieu.' },
    en: { label: 'Sessions held', definition: 'Closed sessions, on the date they took place.' },
  },
  SEATS_OFFERED: {
    id: 4,
    kind: Kind.SEAT_OFFERED,
    measure: 'units',
    dimensions: ['THEME', 'PLACE'],
    fr: {
      label: 'Places proposées',
      definition: 'Places des séances planifiées et non annulées, à la date de la séance.',
    },
    en: {
      label: 'Seats offered',
      definition: 'Seats of sessions planned and not cancelled, on the date of the session.',
    },
  },
  ATTENDANCE_EXPECTED: {
    id: 5,
    kind: Kind.ATTENDANCE_EXPECTED,
    measure: 'units',
    dimensions: ['PLACE'],
    fr: { label: 'Personnes attendues', definition: 'Inscriptions confirmées des séances closes.' },
    en: { label: 'People expected', definition: 'Confirmed enrolments of closed sessions.' },
  },
  ATTENDANCE_SEEN: {
    id: 6,
    kind: Kind.ATTENDANCE_SEEN,
    measure: 'units',
    dimensions: ['PLACE'],
    fr: { label: 'Personnes présentes', definition: 'Personnes pointées présentes aux séances closes.' },
    en: { label: 'People present', definition: 'People marked as seen at closed sessions.' },
  },
  HELPER_MINUTES: {
    id: 30,
    kind: Kind.HOURS,
    measure: 'minutes',
    dimensions: ['PLACE'],
    fr: {
      label: 'Minutes données par l’équipe',
      definition: 'Durée notée des créneaux tenus par les bénévoles et les autres membres de l’équipe.',
    },
    en: {
      label: 'Minutes given by helpers',
      definition: 'Recorded length of the shifts that volunteers and other helpers worked.',
    },
  },
  SEATS_FILLED: {
    id: 31,
    kind: Kind.SEAT_FILLED,
    measure: 'units',
    dimensions: ['PLACE'],
    fr: {
      label: 'Places occupées',
      definition: 'Inscriptions confirmées des séances non annulées, à la date de la séance.',
    },
    en: {
      label: 'Seats filled',
      definition: 'Confirmed enrolments of sessions that are not cancelled, on the date of the session.',
    },
  },
  NO_SHOWS: {
    id: 32,
    kind: Kind.ATTENDANCE_NO_SHOW,
    measure: 'units',
    dimensions: ['PLACE'],
    fr: {
      label: 'Absences sans excuse',
      definition: 'Personnes attendues aux séances closes, pointées absentes sans avoir prévenu.',
    },
    en: { label: 'No-shows', definition: 'People expected at closed sessions who did not come and had not said so.' },
  },
  PEOPLE_ON_COURSES: {
    id: 33,
    kind: Kind.ON_COURSE,
    measure: 'units',
    dimensions: ['PLACE'],
    fr: {
      label: 'Personnes en parcours',
      definition:
        'Parcours dont toutes les séances sont closes ou annulées\u00a0: personnes inscrites à la moitié au moins des séances tenues, à la date de la dernière. Un parcours compte deux séances tenues au moins.',
    },
    en: {
      label: 'People on courses',
      definition:
        'Courses of which every session is closed or called off: people with a seat in half at least of the sessions held, on the day of the last. A course had two sessions at least.',
    },
  },
  COURSES_COMPLETED: {
    id: 34,
    kind: Kind.COURSE_COMPLETED,
    measure: 'units',
    dimensions: ['PLACE'],
    fr: {
      label: 'Parcours achevés',
      definition: 'Personnes en parcours, présentes aux trois quarts au moins des séances tenues.',
    },
    en: {
      label: 'Courses completed',
      definition: 'People on courses who were present at three quarters at least of the sessions held.',
    },
  },
  FIRST_SESSIONS: {
    id: 35,
    kind: Kind.FIRST_SESSION,
    measure: 'units',
    dimensions: ['PLACE'],
    fr: {
      label: 'Premières séances',
      definition: 'Personnes présentes pour la première fois à une séance close de l’antenne, une fois par fiche.',
    },
    en: {
      label: 'First sessions',
      definition: 'People present at a closed session of the branch for the first time, once per record.',
    },
  },
  FIRST_SESSION_DAYS: {
    id: 36,
    kind: Kind.DAYS_TO_FIRST_SESSION,
    measure: 'units',
    dimensions: ['PLACE'],
    fr: {
      label: 'Jours d’attente avant la première séance',
      definition: 'Jours entre la première demande (inscription ou liste d’attente) et la première séance.',
    },
    en: {
      label: 'Days waited for a first session',
      definition: 'Days between first asking (a seat or a place in line) and the first session.',
    },
  },
  RESOURCES_USED: {
    id: 37,
    kind: Kind.RESOURCE_USED,
    measure: 'units',
    dimensions: ['PLACE'],
    fr: {
      label: 'Ressources utilisées',
      definition:
        'Ressources du kit avec lesquelles les séances closes ont été animées\u00a0; une ressource compte à chaque séance.',
    },
    en: {
      label: 'Resources used',
      definition: 'Resources of the kit that closed sessions were taught with; a resource counts at each session.',
    },
  },
} as const satisfies Record<string, Indicator>;
