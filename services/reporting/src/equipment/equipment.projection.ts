import {
  ArticleKind,
  DeviceChanged,
  type DeviceFacts,
  DeviceReceived,
  DeviceVoided,
  PaymentKind,
  SaleCorrected,
  type SaleFacts,
  SaleMade,
  SaleVoided,
} from '#events';
import { classesOf, type Delta, Kind, LISTS, moved, numberOf, reversed } from '../projection/delta.js';
import { Project } from '../projection/project.js';
import { GRAMS_OF } from './equipment-indicators.js';

/** Article kinds are numbered behind the device types, so that one dimension holds all that is sold. */
export const ARTICLE_BASE = 100;

/** Devices received and ready, what was sold, for how much and how it was paid. */
export class EquipmentProjection {
  @Project(DeviceReceived)
  received(event: DeviceReceived): Delta[] {
    return [receipt(event.data.occurredOn, event.data.after), ...readiness(event.data.occurredOn, event.data.after)];
  }

  @Project(DeviceChanged)
  changed(event: DeviceChanged): Delta[] {
    const { occurredOn, receivedOn, receivedIn, before, after, cause } = event.data;
    const stock = moved(readiness(occurredOn, before), readiness(occurredOn, after));
    // Grading is no correction: the receipt stays what it was on its day, without a grade.
    const receipts =
      cause === 'CORRECTION'
        ? moved([receipt(receivedOn, before, receivedIn)], [receipt(receivedOn, after, receivedIn)])
        : [];
    return [...receipts, ...stock];
  }

  @Project(DeviceVoided)
  voided(event: DeviceVoided): Delta[] {
    const { occurredOn, receivedOn, receivedIn, before } = event.data;
    return moved([receipt(receivedOn, before, receivedIn), ...readiness(occurredOn, before)], []);
  }

  @Project(SaleMade)
  sold(event: SaleMade): Delta[] {
    return sale(event.data.after);
  }

  @Project(SaleCorrected)
  saleCorrected(event: SaleCorrected): Delta[] {
    return moved(sale(event.data.before), sale(event.data.after));
  }

  @Project(SaleVoided)
  saleVoided(event: SaleVoided): Delta[] {
    return moved(sale(event.data.before), []);
  }
}

/** A device that came by a transfer was received once, by the branch that had it first. */
function receipt(occurredOn: string, facts: DeviceFacts, branch?: string): Delta {
  const counted = { kind: Kind.DEVICE_RECEIVED, occurredOn, units: 1, a1: numberOf(LISTS.type, facts.type) };
  return branch === undefined ? counted : { ...counted, branch };
}

function readiness(occurredOn: string, facts: DeviceFacts): Delta[] {
  if (facts.state !== 'READY') return [];
  return [
    { kind: Kind.DEVICE_READY, occurredOn, units: 1, a1: numberOf(LISTS.type, facts.type), ...grade(facts.grade) },
  ];
}

function grade(value: string | null): { a2?: number } {
  return value === null ? {} : { a2: numberOf(LISTS.grade, value) };
}

function sale(facts: SaleFacts): Delta[] {
  const person = { personId: facts.beneficiaryId, ...classesOf(facts.classes) };
  const { occurredOn } = facts;
  // A sale is a support act too, whatever came back of it: the person was helped.
  return [
    { kind: Kind.ACT, occurredOn, units: 1, ...person, solution: numberOf(LISTS.solution, 'SALE') },
    ...goods(facts.lines, occurredOn, person),
    ...paid(facts.payments, occurredOn),
    ...(facts.returns ?? []).flatMap((one) => [
      ...goods(one.back, one.occurredOn, person).map(reversed),
      ...goods(one.given, one.occurredOn, person),
      ...paid(one.refunds, one.occurredOn).map(reversed),
    ]),
  ];
}

function goods(lines: SaleFacts['lines'], occurredOn: string, person: Partial<Delta>): Delta[] {
  const sold = lines.map((line): Delta => {
    const type = line.type
      ? numberOf(LISTS.type, line.type)
      : ARTICLE_BASE + ArticleKind.options.indexOf(line.articleKind ?? 'ACCESSORY') + 1;
    return {
      kind: Kind.SALE_LINE,
      occurredOn,
      units: line.quantity,
      cents: line.cents,
      ...person,
      a1: type,
      ...grade(line.grade),
    };
  });
  const market = lines.flatMap((line): Delta[] =>
    line.marketCents === null
      ? []
      : [{ kind: Kind.MARKET_VALUE, occurredOn, units: line.quantity, cents: line.marketCents }],
  );
  const reused = lines.flatMap(({ type, quantity }): Delta[] =>
    type === null ? [] : [{ kind: Kind.GRAMS_REUSED, occurredOn, units: GRAMS_OF[type] * quantity }],
  );
  return [...sold, ...market, ...reused];
}

function paid(payments: SaleFacts['payments'], occurredOn: string): Delta[] {
  return payments.map(({ kind, cents }) => ({
    kind: Kind.PAYMENT,
    occurredOn,
    units: 1,
    cents,
    a1: PaymentKind.options.indexOf(kind) + 1,
  }));
}
