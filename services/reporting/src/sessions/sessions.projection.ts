import {
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

/** Seats offered, sessions held, who came of those expected, and the time that helpers gave. */
export class SessionsProjection {
  @Project(SessionScheduled)
  scheduled(event: SessionScheduled): Delta[] {
    return [seats(event.data.after)];
  }

  @Project(SessionChanged)
  changed(event: SessionChanged): Delta[] {
    return moved([seats(event.data.before)], [seats(event.data.after)]);
  }

  @Project(SessionCancelled)
  cancelled(event: SessionCancelled): Delta[] {
    return moved([seats(event.data.before)], []);
  }

  @Project(SessionClosed)
  closed(event: SessionClosed): Delta[] {
    return held(event.data);
  }

  @Project(SessionReopened)
  reopened(event: SessionReopened): Delta[] {
    return moved(held(event.data), []);
  }

  @Project(HoursRecorded)
  hours({ data: { occurredOn, before, after } }: HoursRecorded): Delta[] {
    const given = (minutes: number): Delta[] =>
      minutes > 0 ? [{ kind: Kind.HOURS, occurredOn, units: 1, minutes }] : [];
    return moved(given(before), given(after));
  }
}

function seats(plan: Plan): Delta {
  return {
    kind: Kind.SEAT_OFFERED,
    occurredOn: plan.occurredOn,
    units: plan.seats,
    placeId: plan.placeId,
    themes: themeBits(plan.themes),
  };
}

function held({ occurredOn, enrolled, seen, minutes }: Held): Delta[] {
  return [
    { kind: Kind.SESSION_HELD, occurredOn, units: 1, minutes },
    { kind: Kind.ATTENDANCE_EXPECTED, occurredOn, units: enrolled },
    { kind: Kind.ATTENDANCE_SEEN, occurredOn, units: seen },
  ];
}
