import { ANSWER_WITHIN_DAYS } from '../prescription.entity.js';

const TODAY =
  '(SELECT (CAST(:now AS timestamptz) AT TIME ZONE k.zone)::date FROM known_branch k WHERE k.branch = p.branch)';

/** Of prescriptions `p` those that wait for an answer for longer than the network promises, at `:now` on their branch’s clock. */
export const LATE = `p.state = 'PENDING' AND p.consent_withdrawn_at IS NULL AND p.consent_until >= ${TODAY}
  AND p.received_on < ${TODAY} - ${ANSWER_WITHIN_DAYS}`;
