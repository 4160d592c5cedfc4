import { DonationReceived, WasteRemoved } from '#events';
import { type Delta, Kind } from '../projection/delta.js';
import { Project } from '../projection/project.js';

/** What donors gave and what left as waste, by weight: no donor is in any of it. */
export class DonationsProjection {
  @Project(DonationReceived)
  given({ data: { occurredOn, grams } }: DonationReceived): Delta[] {
    return counted(Kind.GRAMS_COLLECTED, occurredOn, grams);
  }

  @Project(WasteRemoved)
  removed({ data: { occurredOn, grams, devices } }: WasteRemoved): Delta[] {
    return [...counted(Kind.GRAMS_WASTED, occurredOn, grams), ...counted(Kind.DEVICE_WASTED, occurredOn, devices)];
  }
}

function counted(kind: Kind, occurredOn: string, units: number): Delta[] {
  return units === 0 ? [] : [{ kind, occurredOn, units }];
}
