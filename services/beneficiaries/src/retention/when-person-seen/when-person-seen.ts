import { Injectable } from '@nestjs/common';
import {
  AttendanceMarked,
  SaleCorrected,
  SaleMade,
  SaleVoided,
  SupportActCorrected,
  SupportActRecorded,
  SupportActVoided,
} from '#events';
import { On } from '#messaging';
import type { Tx } from '#persistence';
import { keepContact } from '../contacts.js';

/** Learns when each person was last in contact: from acts, seats they came to, and sales. What is taken back no longer counts. */
@Injectable()
export class WhenPersonSeen {
  @On(SupportActRecorded)
  async acted({ data }: SupportActRecorded, tx: Tx): Promise<void> {
    await keepContact(tx, { kind: 'ACT', sourceId: data.supportActId, ...seenIn(data.after) });
  }

  @On(SupportActCorrected)
  async actCorrected({ data }: SupportActCorrected, tx: Tx): Promise<void> {
    await keepContact(tx, { kind: 'ACT', sourceId: data.supportActId, ...seenIn(data.after) });
  }

  @On(SupportActVoided)
  async actVoided({ data }: SupportActVoided, tx: Tx): Promise<void> {
    await keepContact(tx, { kind: 'ACT', sourceId: data.supportActId, ...seenIn(data.before), beneficiaryId: null });
  }

  @On(AttendanceMarked)
  async marked({ data }: AttendanceMarked, tx: Tx): Promise<void> {
    const beneficiaryId = data.after === 'SEEN' ? data.beneficiaryId : null;
    await keepContact(tx, { kind: 'SEAT', sourceId: data.enrolmentId, beneficiaryId, occurredOn: data.occurredOn });
  }

  @On(SaleMade)
  async bought({ data }: SaleMade, tx: Tx): Promise<void> {
    await keepContact(tx, { kind: 'SALE', sourceId: data.saleId, ...seenIn(data.after) });
  }

  @On(SaleCorrected)
  async saleCorrected({ data }: SaleCorrected, tx: Tx): Promise<void> {
    await keepContact(tx, { kind: 'SALE', sourceId: data.saleId, ...seenIn(data.after) });
  }

  @On(SaleVoided)
  async saleVoided({ data }: SaleVoided, tx: Tx): Promise<void> {
    await keepContact(tx, { kind: 'SALE', sourceId: data.saleId, ...seenIn(data.before), beneficiaryId: null });
  }
}

function seenIn({ beneficiaryId, occurredOn }: { beneficiaryId: string | null; occurredOn: string }) {
  return { beneficiaryId, occurredOn };
}
