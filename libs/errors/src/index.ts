export {
  type BugListener,
  type ErrorExtensions,
  extensionsOf,
  formatGraphQLError,
  type RefusalOf,
  refusalIn,
} from './format-graphql-error.js';
export {
  allRefused,
  defineRefusal,
  Refusal,
  type RefusalDefinition,
  type RefusalFactory,
  type RefusalKind,
  type RefusalValues,
} from './refusal.js';
export {
  BENEFICIARY_RESTRICTED,
  CHANGED_MEANWHILE,
  FORBIDDEN,
  IDEMPOTENCY_KEY_REUSED,
  INVALID_CURSOR,
  INVALID_IDEMPOTENCY_KEY,
  INVALID_QUERY,
  NOT_FOUND,
  NOT_YET_KNOWN,
  PAGE_SIZE,
  REASON_REQUIRED,
  RECORDS_UNAVAILABLE,
  SENSITIVE_TEXT,
  TEXT_LENGTH,
  UNAUTHENTICATED,
} from './shared.refusals.js';
export { optionalText, requireReason, requireText } from './text.js';
export { requireVersion } from './version.js';
