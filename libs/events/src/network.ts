import { z } from 'zod';
import { defineEvent, type EventOf } from './define-event.js';
import { BranchCode, BranchState, CommuneCode, LocalDate } from './vocabulary.js';

const BranchFacts = z.object({
  city: z.string(),
  communeCode: CommuneCode,
  /** IANA zone, `Europe/Paris`. */
  zone: z.string(),
  latitude: z.number(),
  longitude: z.number(),
  state: BranchState,
});

const PlaceFacts = z.object({
  branch: BranchCode.nullable(),
  communeCode: CommuneCode.nullable(),
  usable: z.boolean(),
});

/** A city branch joined the network. */
export const BranchOpened = defineEvent({
  name: 'network.branch-opened',
  version: 1,
  topic: 'network.branches',
  key: 'branch',
  data: z.object({ branch: BranchCode, openedOn: LocalDate, after: BranchFacts }),
});
export type BranchOpened = EventOf<typeof BranchOpened>;

/** A branch's own facts changed: address, zone, opening state. */
export const BranchChanged = defineEvent({
  name: 'network.branch-changed',
  version: 1,
  topic: 'network.branches',
  key: 'branch',
  data: z.object({ branch: BranchCode, before: BranchFacts, after: BranchFacts }),
});
export type BranchChanged = EventOf<typeof BranchChanged>;

/** A place of activity entered the directory; its text fields stay with their owner. */
export const PlaceRegistered = defineEvent({
  name: 'network.place-registered',
  version: 1,
  topic: 'network.places',
  key: 'placeId',
  data: z.object({ placeId: z.uuid(), after: PlaceFacts }),
});
export type PlaceRegistered = EventOf<typeof PlaceRegistered>;

/** A place's record changed in a way others may care about, or was retired (`usable: false`). */
export const PlaceRevised = defineEvent({
  name: 'network.place-revised',
  version: 1,
  topic: 'network.places',
  key: 'placeId',
  data: z.object({ placeId: z.uuid(), before: PlaceFacts, after: PlaceFacts }),
});
export type PlaceRevised = EventOf<typeof PlaceRevised>;

/** An organisation that orients people (a CCAS, an association…) is known to the network. */
export const OrganisationRegistered = defineEvent({
  name: 'network.organisation-registered',
  version: 1,
  topic: 'network.organisations',
  key: 'organisationId',
  data: z.object({ organisationId: z.uuid(), structureType: z.string() }),
});
export type OrganisationRegistered = EventOf<typeof OrganisationRegistered>;
