import type { Fact } from '../ledger.ts';

/** Figures by scope (a branch, `--` for the network), code and member; members are the vocabulary's own words. */
export type Folded = ReadonlyMap<string, number>;

/**
 * The figures as the ledgers tell them, reckoned apart from the product: a walk through the facts of each aggregate that
 * keeps only its last state, then counts states. The product counts differences and never looks at a state.
 */
export function foldLedgers(facts: readonly Fact[]): Folded {
  const acts = new Map<string, { branch: string; after: Fact['data'] }>();
  const sales = new Map<string, { branch: string; after: Fact['data'] }>();
  const seats = new Map<string, { branch: string; seats: number }>();
  const held = new Map<string, { branch: string; seen: number; enrolled: number }>();
  const people = new Map<string, { branch: string; gender: string }>();
  const refused = new Map<string, string>();
  const devices = new Map<
    string,
    { branch: string; first: string; type: string; grade: string | null; state: string }
  >();
  for (const { type, aggregate, branch, data } of facts) {
    const at = branch ?? '--';
    switch (type) {
      case 'workshops.support-act-recorded':
      case 'workshops.support-act-corrected':
        acts.set(aggregate, { branch: at, after: data.after });
        break;
      case 'workshops.support-act-voided':
        acts.delete(aggregate);
        break;
      case 'equipment.sale-made':
      case 'equipment.sale-corrected':
        sales.set(aggregate, { branch: at, after: data.after });
        break;
      case 'equipment.sale-voided':
        sales.delete(aggregate);
        break;
      case 'workshops.session-scheduled':
      case 'workshops.session-changed':
        seats.set(aggregate, { branch: at, seats: data.after.seats });
        break;
      case 'workshops.session-cancelled':
        seats.delete(aggregate);
        break;
      case 'workshops.session-closed':
        held.set(aggregate, { branch: at, seen: data.seen, enrolled: data.enrolled });
        break;
      case 'workshops.session-reopened':
        held.delete(aggregate);
        break;
      case 'beneficiaries.beneficiary-enrolled':
      case 'beneficiaries.beneficiary-corrected':
        people.set(aggregate, { branch: at, gender: data.after.classes.gender });
        break;
      case 'beneficiaries.beneficiary-voided':
        people.delete(aggregate);
        break;
      case 'workshops.drop-in-refused':
        refused.set(aggregate, at);
        break;
      case 'workshops.refused-drop-in-voided':
        refused.delete(aggregate);
        break;
      case 'equipment.device-received':
      case 'equipment.device-changed':
        devices.set(aggregate, { branch: at, first: devices.get(aggregate)?.first ?? at, ...data.after });
        break;
      case 'equipment.device-voided':
        devices.delete(aggregate);
        break;
    }
  }

  const folded = new Map<string, number>();
  const add = (branch: string, what: string, value: number) => {
    for (const scope of branch === '--' ? ['--'] : [branch, '--'])
      folded.set(`${scope} ${what}`, (folded.get(`${scope} ${what}`) ?? 0) + value);
  };
  const helped = new Map<string, Set<string>>();
  const help = (branch: string, person: string | null) => {
    if (person === null) return;
    for (const scope of [branch, '--']) helped.set(scope, (helped.get(scope) ?? new Set<string>()).add(person));
  };
  for (const { branch, after } of acts.values()) {
    add(branch, 'SUPPORT_ACTS', 1);
    add(branch, `SUPPORT_ACTS SOLUTION ${after.solution}`, 1);
    add(branch, `SUPPORT_ACTS GENDER ${after.classes.gender}`, 1);
    for (const theme of after.themes) add(branch, `SUPPORT_ACTS THEME ${theme}`, 1);
    add(branch, 'MINUTES_OF_SUPPORT', after.minutes);
    help(branch, after.beneficiaryId);
  }
  for (const { branch, after } of sales.values()) {
    add(branch, 'SUPPORT_ACTS', 1);
    add(branch, 'SUPPORT_ACTS SOLUTION SALE', 1);
    add(branch, `SUPPORT_ACTS GENDER ${after.classes.gender}`, 1);
    const goods = (lines: typeof after.lines, sign: number) => {
      for (const line of lines)
        add(branch, line.kind === 'DEVICE' ? 'DEVICES_SOLD' : 'ARTICLES_SOLD', sign * line.quantity);
    };
    const paid = (payments: typeof after.payments, sign: number) => {
      for (const payment of payments) {
        add(branch, 'TAKINGS', sign * payment.cents);
        add(branch, `TAKINGS PAYMENT ${payment.kind}`, sign * payment.cents);
      }
    };
    goods(after.lines, 1);
    paid(after.payments, 1);
    for (const { back, given, refunds } of after.returns ?? []) {
      goods(back, -1);
      goods(given, 1);
      paid(refunds, -1);
    }
    help(branch, after.beneficiaryId);
  }
  for (const session of seats.values()) add(session.branch, 'SEATS_OFFERED', session.seats);
  for (const { branch, seen, enrolled } of held.values()) {
    add(branch, 'SESSIONS_HELD', 1);
    add(branch, 'ATTENDANCE_SEEN', seen);
    add(branch, 'ATTENDANCE_EXPECTED', enrolled);
  }
  for (const { branch, gender } of people.values()) {
    add(branch, 'PEOPLE_ENROLLED', 1);
    add(branch, `PEOPLE_ENROLLED GENDER ${gender}`, 1);
  }
  for (const branch of refused.values()) add(branch, 'DROP_INS_REFUSED', 1);
  for (const { branch, first, type, grade, state } of devices.values()) {
    add(first, 'DEVICES_RECEIVED', 1);
    add(first, `DEVICES_RECEIVED EQUIPMENT ${type}`, 1);
    if (state !== 'READY') continue;
    add(branch, 'DEVICES_READY', 1);
    add(branch, `DEVICES_READY EQUIPMENT ${grade === null ? type : `${type}/${grade}`}`, 1);
  }
  for (const [scope, persons] of helped) folded.set(`${scope} UNIQUE_PEOPLE`, persons.size);
  return new Map([...folded].filter(([, value]) => value !== 0));
}
