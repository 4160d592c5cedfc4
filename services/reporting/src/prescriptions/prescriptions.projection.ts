import { PrescriptionAnswered, PrescriptionReceived } from '#events';
import { type Delta, Kind } from '../projection/delta.js';
import { Project } from '../projection/project.js';

/** What the network promises a prescriber. */
const IN_TIME_DAYS = 7;

/** What prescribers asked for, and how it was answered: no person, whose consent may end, is in any of it. */
export class PrescriptionsProjection {
  @Project(PrescriptionReceived)
  received(event: PrescriptionReceived): Delta[] {
    return [{ kind: Kind.PRESCRIPTION_RECEIVED, occurredOn: event.data.occurredOn, units: 1 }];
  }

  @Project(PrescriptionAnswered)
  answered({ data: { occurredOn, after, waitedDays } }: PrescriptionAnswered): Delta[] {
    const kinds = [
      ...(after === 'ACCEPTED' ? [Kind.PRESCRIPTION_ACCEPTED] : []),
      ...(waitedDays <= IN_TIME_DAYS ? [Kind.PRESCRIPTION_IN_TIME] : []),
    ];
    return kinds.map((kind) => ({ kind, occurredOn, units: 1 }));
  }
}
