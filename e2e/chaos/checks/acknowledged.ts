import type { Entry } from '../history.ts';
import { countOf, refusals } from '../tally.ts';
import type { Verdict } from '../verdict.ts';

/**
 * Every kind of command that the desks send, with the refusals that two desks bring upon each other. Any other code means
 * that the desks ask for what nobody may have, and a network that refuses everything loses nothing: that proves nothing.
 */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  recordDropIn: [],
  correctSupportAct: ['ACT_VOIDED'],
  voidSupportAct: ['ACT_VOIDED'],
  refuseDropIn: [],
  scheduleSession: [],
  enrolInSession: ['ALREADY_ENROLLED', 'SESSION_FULL'],
  markAttendance: [],
  closeSession: [],
  reopenSession: [],
  enrolBeneficiary: [],
  correctBeneficiary: ['NOTHING_CHANGES'],
  receiveDevice: [],
  moveDevice: [],
  recordDataErasure: [],
  gradeDevice: [],
  makeSale: ['ALREADY_SOLD'],
  voidSale: ['SALE_IS_VOID'],
  revisePlace: [],
};

/** Fewer than so many commands acknowledged a second, whatever breaks, and the schedule has shown nothing. */
const FLOOR_A_SECOND = 2;

/** R1 is about commands that were acknowledged: enough of them must have been, and none refused for a mistake of ours. */
export function checkAcknowledged(entries: readonly Entry[], seconds: number, verdict: Verdict): void {
  for (const [mutation, codes] of refusals(entries))
    for (const [code, n] of codes)
      if (!KINDS[mutation]?.includes(code))
        verdict.find('R1', 'lost', `${mutation} was refused ${n} times with ${code}, which nothing here asks for`);
  const acked = countOf(entries, 'ok');
  const floor = seconds * FLOOR_A_SECOND;
  if (acked < floor) verdict.find('R1', 'lost', `${acked} commands acknowledged, must be ${floor} at least`);
}

/** The kinds of command of which none was acknowledged: what was said of the others was not said of these. */
export function neverAcknowledged(entries: readonly Entry[]): string[] {
  const acked = new Set(entries.filter(({ outcome }) => outcome === 'ok').map(({ mutation }) => mutation));
  return Object.keys(KINDS).filter((mutation) => !acked.has(mutation));
}
