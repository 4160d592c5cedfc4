import {
  CourseOutcomeChanged,
  EnrolmentCancelled,
  EnrolmentConfirmed,
  HoursRecorded,
  SessionCancelled,
  SessionChanged,
  SessionClosed,
  SessionReopened,
  SessionScheduled,
} from '#events';
import { type Delta, Kind, moved, themeBits } from '../projection/delta.js';
import { Project } from '../projection/project.js';

type Plan = SessionScheduled['data']['after'];
type Held = SessionClosed['data'];
type Outcome = CourseOutcomeChanged['data']['after'];

/** Seats offered and filled, sessions held, who came of those expected, how courses ended, and the time that helpers gave. */
export class SessionsProjection {
  @Project(SessionScheduled)
  scheduled(event: SessionScheduled): Delta[] {
    return seats(event.data.after);
  }

  @Project(SessionChanged)
  changed(event: SessionChanged): Delta[] {
    return moved(seats(event.data.before), seats(event.data.after));
  }

  @Project(SessionCancelled)
  cancelled({ data: { before, enrolled } }: SessionCancelled): Delta[] {
    return moved(seats({ ...before, seatsTaken: enrolled }), []);
  }

  @Project(EnrolmentConfirmed)
  enrolled({ data }: EnrolmentConfirmed): Delta[] {
    return filled(data, 1);
  }

  @Project(EnrolmentCancelled)
  left({ data }: EnrolmentCancelled): Delta[] {
    return moved(filled(data, 1), []);
  }

  @Project(SessionClosed)
  closed(event: SessionClosed): Delta[] {
    return held(event.data);
  }

  /** Whose first session it no longer is, is told as such: it is not what the closing said with another sign. */
  @Project(SessionReopened)
  reopened({ data }: SessionReopened): Delta[] {
    const { firstSessions = [], ...rest } = data;
    return [...moved(held(rest), []), ...firstSessions.flatMap(first)];
  }

  @Project(CourseOutcomeChanged)
  outcome({ data: { before, after } }: CourseOutcomeChanged): Delta[] {
    return moved(outcomeOf(before), outcomeOf(after));
  }

  @Project(HoursRecorded)
  hours({ data: { occurredOn, placeId, helperId, before, after } }: HoursRecorded): Delta[] {
    const given = (minutes: number): Delta[] =>
      minutes > 0
        ? [{ kind: Kind.HOURS, occurredOn, ...at(placeId), personId: helperId ?? null, units: 1, minutes }]
        : [];
    return moved(given(before), given(after));
  }
}

const at = (placeId: string | undefined): Pick<Delta, 'placeId'> => (placeId === undefined ? {} : { placeId });

function seats(plan: Plan): Delta[] {
  const { occurredOn, placeId, seats: units, themes, seatsTaken = 0 } = plan;
  return [
    { kind: Kind.SEAT_OFFERED, occurredOn, units, placeId, themes: themeBits(themes) },
    ...filled(plan, seatsTaken),
  ];
}

function filled({ occurredOn, placeId }: { occurredOn: string; placeId?: string | undefined }, units: number): Delta[] {
  return units === 0 ? [] : [{ kind: Kind.SEAT_FILLED, occurredOn, ...at(placeId), units }];
}

function held({ occurredOn, placeId, enrolled, seen, minutes, noShows, resources, firstSessions = [] }: Held): Delta[] {
  const here = { occurredOn, ...at(placeId) };
  const more = [
    { ...here, kind: Kind.ATTENDANCE_NO_SHOW, units: noShows ?? 0 },
    { ...here, kind: Kind.RESOURCE_USED, units: resources ?? 0 },
  ];
  return [
    { ...here, kind: Kind.SESSION_HELD, units: 1, minutes },
    { ...here, kind: Kind.ATTENDANCE_EXPECTED, units: enrolled },
    { ...here, kind: Kind.ATTENDANCE_SEEN, units: seen },
    ...more.filter(({ units }) => units > 0),
    ...firstSessions.flatMap(first),
  ];
}

function first({ people, days, ...here }: NonNullable<Held['firstSessions']>[number]): Delta[] {
  return [
    { ...here, kind: Kind.FIRST_SESSION, units: people },
    { ...here, kind: Kind.DAYS_TO_FIRST_SESSION, units: days },
  ].filter(({ units }) => units !== 0);
}

function outcomeOf(outcome: Outcome): Delta[] {
  if (outcome === null) return [];
  const { people, completed, ...here } = outcome;
  return [
    { ...here, kind: Kind.ON_COURSE, units: people },
    { ...here, kind: Kind.COURSE_COMPLETED, units: completed },
  ].filter(({ units }) => units > 0);
}
