import {
  DropInRefused,
  RefusedDropInVoided,
  SupportActCorrected,
  type SupportActFacts,
  SupportActRecorded,
  SupportActVoided,
} from '#events';
import { classesOf, type Delta, Kind, LISTS, moved, numberOf, themeBits } from '../projection/delta.js';
import { Project } from '../projection/project.js';

/** Support acts of courses and drop-ins, and the demand that was not met. */
export class ActivityProjection {
  @Project(SupportActRecorded)
  recorded(event: SupportActRecorded): Delta[] {
    return [act(event.data.after)];
  }

  @Project(SupportActCorrected)
  corrected(event: SupportActCorrected): Delta[] {
    return moved([act(event.data.before)], [act(event.data.after)]);
  }

  @Project(SupportActVoided)
  voided(event: SupportActVoided): Delta[] {
    return moved([act(event.data.before)], []);
  }

  @Project(DropInRefused)
  refused(event: DropInRefused): Delta[] {
    return [refusal(event.data.after)];
  }

  @Project(RefusedDropInVoided)
  refusalVoided(event: RefusedDropInVoided): Delta[] {
    return moved([refusal(event.data.before)], []);
  }
}

function act(facts: SupportActFacts): Delta {
  return {
    kind: Kind.ACT,
    occurredOn: facts.occurredOn,
    units: 1,
    minutes: facts.minutes,
    personId: facts.beneficiaryId,
    placeId: facts.placeId,
    solution: numberOf(LISTS.solution, facts.solution),
    themes: themeBits(facts.themes, facts.administrativeThemes),
    ...classesOf(facts.classes),
  };
}

function refusal(facts: DropInRefused['data']['after']): Delta {
  return {
    kind: Kind.DROP_IN_REFUSED,
    occurredOn: facts.occurredOn,
    units: 1,
    placeId: facts.placeId,
    themes: themeBits(facts.themes),
  };
}
