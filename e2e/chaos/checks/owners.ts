import type { Books, Fact, Owner } from '../ledger.ts';
import type { Verdict } from '../verdict.ts';

/** I7, I8, I9: the owners' tables are what their ledgers tell; a device is sold once; the cents agree. */
export async function checkOwners(
  books: Books,
  ledgers: ReadonlyMap<Owner, readonly Fact[]>,
  verdict: Verdict,
): Promise<void> {
  await checkActs(books, ledgers.get('workshops') ?? [], verdict);
  await checkSales(books, ledgers.get('equipment') ?? [], verdict);
}

async function checkActs(books: Books, facts: readonly Fact[], verdict: Verdict): Promise<void> {
  const folded = new Map<string, string>();
  for (const { type, aggregate, data } of facts) {
    if (type === 'workshops.support-act-voided') folded.set(aggregate, 'voided');
    else if (type.startsWith('workshops.support-act-'))
      folded.set(aggregate, said(data.after.minutes, data.after.beneficiaryId, data.after.classes.gender));
  }
  const rows = await books.ask<{ id: string; voided: boolean; minutes: number; person: string | null; gender: string }>(
    'workshops',
    `SELECT id, voided, minutes, beneficiary_id AS person, gender FROM support_act`,
  );
  for (const { id, voided, minutes, person, gender } of rows) {
    const is = voided ? 'voided' : said(minutes, person, gender);
    if (folded.get(id) !== is)
      verdict.find('I7', 'inverted', `act ${id} is ${is}, its facts say ${folded.get(id) ?? 'nothing'}`);
  }
  verdict.compare('I7', 'acts with facts', folded.size, rows.length);
}

const said = (minutes: number, person: string | null, gender: string) => `${minutes} min, ${person}, ${gender}`;

interface Sold {
  readonly deviceId: string | null;
  readonly cents: number;
}

const devicesOf = (lines: readonly Sold[]): string[] => lines.flatMap(({ deviceId }) => deviceId ?? []);

async function checkSales(books: Books, facts: readonly Fact[], verdict: Verdict): Promise<void> {
  const states = new Map<string, string>();
  const holders = new Map<string, Set<string>>();
  for (const { type, aggregate, data } of facts) {
    if (type === 'equipment.device-received' || type === 'equipment.device-changed') {
      if (type === 'equipment.device-changed' && data.cause === 'SALE' && states.get(aggregate) === 'DISTRIBUTED')
        verdict.find('I8', 'double', `device ${aggregate} was sold while it was sold`);
      states.set(aggregate, data.after.state);
    }
    if (!type.startsWith('equipment.sale-')) continue;
    const facts = type === 'equipment.sale-voided' ? data.before : data.after;
    const sold = facts.lines as Sold[];
    const has = new Set<string | null>(type === 'equipment.sale-voided' ? [] : devicesOf(sold));
    const returns = (facts.returns ?? []) as { back: Sold[]; given: Sold[] }[];
    const named = new Set(devicesOf(sold));
    for (const { back, given } of returns) {
      for (const id of devicesOf(back)) has.delete(id);
      for (const id of devicesOf(given)) has.add(id);
      for (const id of devicesOf(given)) named.add(id);
    }
    for (const deviceId of named) {
      const open = holders.get(deviceId) ?? new Set<string>();
      if (has.has(deviceId)) open.add(aggregate);
      else open.delete(aggregate);
      if (open.size > 1) verdict.find('I8', 'double', `device ${deviceId} is in ${open.size} sales at once`);
      holders.set(deviceId, open);
    }
    if (type === 'equipment.sale-voided') continue;
    const lines = sold.reduce((sum, { cents }) => sum + cents, 0);
    const paid = (data.after.payments as { cents: number }[]).reduce((sum, { cents }) => sum + cents, 0);
    verdict.compare('I9', `cents paid for ${aggregate}`, lines, paid);
  }
  const rows = await books.ask<{ id: string; state: string }>('equipment', 'SELECT id, state FROM device');
  for (const { id, state } of rows) {
    if (states.get(id) !== state)
      verdict.find('I7', 'inverted', `device ${id} is ${state}, its facts say ${states.get(id) ?? 'nothing'}`);
    verdict.compare(
      'I8',
      `open sales of device ${id}, ${state}`,
      state === 'DISTRIBUTED' ? 1 : 0,
      holders.get(id)?.size ?? 0,
    );
  }
}
