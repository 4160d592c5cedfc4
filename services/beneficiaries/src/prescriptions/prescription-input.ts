import { registerEnumType } from '@nestjs/graphql';
import type { FirstNeed } from '../beneficiaries/enrolment-input.js';

/** What a person agreed that their prescriber is told. */
export const Milestone = { ANSWERED: 'ANSWERED', FIRST_SEEN: 'FIRST_SEEN', DONE: 'DONE' } as const;
export type Milestone = (typeof Milestone)[keyof typeof Milestone];
registerEnumType(Milestone, {
  name: 'Milestone',
  description: 'ANSWERED: accepted or rejected; FIRST_SEEN: first act or seat; DONE: what was asked for is done.',
});

/** What a prescriber writes. */
export interface PrescriptionInput {
  /** Null when whoever has no account names it in words of their own. */
  organisationId: string | null;
  byMail?: { readonly mail: string; readonly organisation: string };
  needs: FirstNeed[];
  givenName?: string | null | undefined;
  familyName?: string | null | undefined;
  birthYear?: number | null | undefined;
  phone?: string | null | undefined;
  spokenLanguage?: string | null | undefined;
  availability?: string | null | undefined;
  consentGiven: boolean;
  consentScope: Milestone[];
  consentUntil: string;
}

/** Why a branch cannot receive somebody, and where they may be sent instead. */
export interface Rejection {
  readonly reason: string;
  readonly otherPlace?: { readonly id: string; readonly words: string };
}
