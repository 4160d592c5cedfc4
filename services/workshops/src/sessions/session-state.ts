import { registerEnumType } from '@nestjs/graphql';

/** SCHEDULED: enrolment open or running · CLOSED: attendance complete and counted · CANCELLED. */
export const SessionState = { SCHEDULED: 'SCHEDULED', CLOSED: 'CLOSED', CANCELLED: 'CANCELLED' } as const;
export type SessionState = keyof typeof SessionState;
registerEnumType(SessionState, {
  name: 'SessionState',
  description: 'SCHEDULED, CLOSED (held and counted) or CANCELLED.',
});
