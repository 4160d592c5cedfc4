import { z } from 'zod';
import { defineEvent, type EventOf } from './define-event.js';
import {
  BranchCode,
  BranchState,
  CommuneCode,
  DonorKind,
  HelperKind,
  LocalDate,
  MediationTheme,
  MemberRole,
} from './vocabulary.js';

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

/** What a member may do, and where: branch codes, or `*` alone for the whole network. */
const MemberFacts = z.object({
  role: MemberRole,
  branches: z.array(z.string().regex(/^([A-Z]{2}|\*)$/)),
});
export type MemberFacts = z.output<typeof MemberFacts>;

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

/** Somebody gives devices to a branch; who it is stays with the owner. */
export const DonorRegistered = defineEvent({
  name: 'network.donor-registered',
  version: 1,
  topic: 'network.donors',
  key: 'donorId',
  data: z.object({ donorId: z.uuid(), kind: DonorKind }),
});
export type DonorRegistered = EventOf<typeof DonorRegistered>;

/** A donor asked to be forgotten: nobody can tell any more who gave. What they gave stays counted. */
export const DonorForgotten = defineEvent({
  name: 'network.donor-forgotten',
  version: 1,
  topic: 'network.donors',
  key: 'donorId',
  data: z.object({ donorId: z.uuid() }),
});
export type DonorForgotten = EventOf<typeof DonorForgotten>;

/** Somebody was asked to join the network, with a role in mind; who it is stays with the owner. */
export const MemberInvited = defineEvent({
  name: 'network.member-invited',
  version: 1,
  topic: 'network.members',
  key: 'memberId',
  data: z.object({ memberId: z.uuid(), after: MemberFacts }),
});
export type MemberInvited = EventOf<typeof MemberInvited>;

/** An invitation was accepted: the role holds from here on. */
export const MemberJoined = defineEvent({
  name: 'network.member-joined',
  version: 1,
  topic: 'network.members',
  key: 'memberId',
  data: z.object({ memberId: z.uuid(), after: MemberFacts }),
});
export type MemberJoined = EventOf<typeof MemberJoined>;

/** A member's role or branches changed. */
export const MemberRoleGranted = defineEvent({
  name: 'network.member-role-granted',
  version: 1,
  topic: 'network.members',
  key: 'memberId',
  data: z.object({ memberId: z.uuid(), before: MemberFacts, after: MemberFacts }),
});
export type MemberRoleGranted = EventOf<typeof MemberRoleGranted>;

/** A member holds no role any more. */
export const MemberWithdrawn = defineEvent({
  name: 'network.member-withdrawn',
  version: 1,
  topic: 'network.members',
  key: 'memberId',
  data: z.object({ memberId: z.uuid(), before: MemberFacts }),
});
export type MemberWithdrawn = EventOf<typeof MemberWithdrawn>;

/** A member helps in their branches: by what tie, with what they can help, and until when. */
export const HelperDescribed = defineEvent({
  name: 'network.helper-described',
  version: 1,
  topic: 'network.members',
  key: 'memberId',
  data: z.object({
    memberId: z.uuid(),
    /** What their sign-in is called; null before the first one. */
    subject: z.string().nullable(),
    after: z.object({
      kind: HelperKind,
      skills: z.array(MediationTheme),
      branches: z.array(z.string().regex(/^([A-Z]{2}|\*)$/)),
      missionEndsOn: LocalDate.nullable(),
    }),
  }),
});
export type HelperDescribed = EventOf<typeof HelperDescribed>;

/** Tokens of this sign-in that were issued before the instant are not to be believed any more, by anybody. */
export const MemberSessionsEnded = defineEvent({
  name: 'network.member-sessions-ended',
  version: 1,
  topic: 'network.members',
  key: 'memberId',
  data: z.object({ memberId: z.uuid(), subject: z.string(), issuedBefore: z.iso.datetime() }),
});
export type MemberSessionsEnded = EventOf<typeof MemberSessionsEnded>;
