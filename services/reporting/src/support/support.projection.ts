import {
  PersonRedirected,
  RedirectionResultNoted,
  RedirectionVoided,
  SupportJourneyEnded,
  SupportJourneyOpened,
  SupportJourneyReopened,
  SupportJourneyVoided,
} from '#events';
import { type Delta, Kind, LISTS, moved, numberOf, reversed } from '../projection/delta.js';
import { Project } from '../projection/project.js';

type Ending = SupportJourneyEnded['data']['after'];
type Sent = PersonRedirected['data']['after'];

/** Support journeys, what came of them, and what became of people who were sent on: whose they are is in none of it. */
export class SupportProjection {
  @Project(SupportJourneyOpened)
  opened({ data: { occurredOn } }: SupportJourneyOpened): Delta[] {
    return opening(occurredOn);
  }

  @Project(SupportJourneyVoided)
  voided({ data: { before } }: SupportJourneyVoided): Delta[] {
    return opening(before.openedOn).map(reversed);
  }

  @Project(SupportJourneyEnded)
  ended({ data: { after } }: SupportJourneyEnded): Delta[] {
    return ending(after);
  }

  @Project(SupportJourneyReopened)
  reopened({ data: { before } }: SupportJourneyReopened): Delta[] {
    return ending(before).map(reversed);
  }

  @Project(PersonRedirected)
  redirected({ data: { after } }: PersonRedirected): Delta[] {
    return sending(after);
  }

  @Project(RedirectionResultNoted)
  resultNoted({ data: { before, after } }: RedirectionResultNoted): Delta[] {
    return moved(sending(before), sending(after));
  }

  @Project(RedirectionVoided)
  takenBack({ data: { before } }: RedirectionVoided): Delta[] {
    return sending(before).map(reversed);
  }
}

function opening(occurredOn: string): Delta[] {
  return [{ kind: Kind.SUPPORT_OPENED, occurredOn, units: 1 }];
}

function ending({ endedOn, exitReason, outcomes }: Ending): Delta[] {
  const one = { occurredOn: endedOn, units: 1 };
  return [
    { ...one, kind: Kind.SUPPORT_ENDED, a1: numberOf(LISTS.exit, exitReason) },
    ...(outcomes.length > 0 ? [{ ...one, kind: Kind.SUPPORT_WITH_OUTCOME }] : []),
    ...outcomes.map((outcome) => ({ ...one, kind: Kind.SUPPORT_OUTCOME, a1: numberOf(LISTS.outcome, outcome) })),
  ];
}

function sending({ sentOn, target, result }: Sent): Delta[] {
  const one = { occurredOn: sentOn, units: 1 };
  const where = { a1: numberOf(LISTS.target, target) };
  if (result === null) return [{ ...one, kind: Kind.REDIRECTION, ...where }];
  return [
    { ...one, kind: Kind.REDIRECTION, ...where, a2: numberOf(LISTS.result, result) },
    { ...one, kind: Kind.REDIRECTION_FOLLOWED },
    ...(result === 'HELPED' ? [{ ...one, kind: Kind.REDIRECTION_HELPED }] : []),
  ];
}
