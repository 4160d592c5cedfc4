export { AccessGuard } from './access.guard.js';
export { type Actor, branchOf, reaches, requireBranch } from './actor.js';
export {
  type AccessContext,
  ALLOW_METADATA,
  Allow,
  ANYONE_SIGNED_IN,
  actorOf,
  CurrentActor,
  GATEWAY_ITSELF,
} from './allow.js';
export { EndedSessions } from './ended-sessions.js';
export { helperIdOf } from './helper-id.js';
export { GRANTS, may, Permission, ROLES, type Role } from './permissions.js';
export {
  BoundedNonces,
  type NonceStore,
  SIGNATURE_HEADER,
  SIGNATURE_WINDOW_MS,
  type SignatureVerdict,
  type SignedRequest,
  signRequest,
  verifyRequest,
} from './signature.js';
export { idInLink, linkKey, signLink } from './signed-link.js';
export { SESSION_ENDED } from './token.refusals.js';
export { issuerKeys, type TokenClaims, TokenVerifier, type TokenVerifierOptions } from './token-verifier.js';
