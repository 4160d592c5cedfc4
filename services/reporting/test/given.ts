import { randomUUID } from 'node:crypto';
import { type Fact, happened, type PersonClasses, SaleMade, type SupportActFacts, SupportActRecorded } from '#events';

const CLASSES: PersonClasses = {
  gender: 'FEMALE',
  ageBand: 'FROM_40_TO_59',
  socialStatus: 'UNEMPLOYED',
  communeCode: '33063',
};

/** An act as its owner states it; what the sentence leaves out is filled in. */
export function actFacts(facts: Partial<SupportActFacts> = {}): SupportActFacts {
  return {
    solution: 'DROP_IN',
    occurredOn: '2026-03-10',
    minutes: 30,
    beneficiaryId: randomUUID(),
    sessionId: null,
    placeId: null,
    themes: ['EMAIL'],
    administrativeThemes: [],
    devicesUsed: [],
    autonomy: null,
    redirection: null,
    classes: CLASSES,
    ...facts,
  };
}

/** The event of an act just recorded. */
export function actRecorded(
  facts: Partial<SupportActFacts> = {},
  branch = 'BX',
  supportActId: string = randomUUID(),
): Fact {
  const after = actFacts(facts);
  return happened(SupportActRecorded, {
    branch,
    at: new Date(`${after.occurredOn}T10:00:00Z`),
    data: { supportActId, after },
  });
}

/** A laptop of grade B and a SIM card, 72 € in cash. */
export function saleMade(
  branch = 'BX',
  saleId: string = randomUUID(),
  beneficiaryId: string | null = randomUUID(),
  occurredOn = '2026-03-11',
): Fact {
  return happened(SaleMade, {
    branch,
    at: new Date(`${occurredOn}T10:00:00Z`),
    data: {
      saleId,
      after: {
        occurredOn,
        beneficiaryId,
        classes: CLASSES,
        lines: [
          {
            kind: 'DEVICE',
            deviceId: randomUUID(),
            type: 'COMPUTER',
            grade: 'B',
            articleId: null,
            articleKind: null,
            quantity: 1,
            cents: 7_000,
            marketCents: 32_000,
          },
          {
            kind: 'ARTICLE',
            deviceId: null,
            type: null,
            grade: null,
            articleId: randomUUID(),
            articleKind: 'SIM_CARD',
            quantity: 1,
            cents: 200,
            marketCents: null,
          },
        ],
        payments: [{ kind: 'CASH', cents: 7_200 }],
      },
    },
  });
}
