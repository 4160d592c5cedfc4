import { registerEnumType } from '@nestjs/graphql';

/** What can be done with a person's record. */
export const AccessAction = {
  READ_RECORD: 'READ_RECORD',
  LIST: 'LIST',
  DUPLICATE_CHECK: 'DUPLICATE_CHECK',
  WRITE: 'WRITE',
  EXPORT: 'EXPORT',
  READ_AUDIT: 'READ_AUDIT',
} as const;
export type AccessAction = (typeof AccessAction)[keyof typeof AccessAction];
registerEnumType(AccessAction, { name: 'AccessAction', description: 'What was done with a person’s record.' });
