import { Injectable } from '@nestjs/common';
import { BeneficiaryErased, happened, PersonPurgedByReporting } from '#events';
import { Outbox, type Received } from '#messaging';
import { Clock, type Tx } from '#persistence';

/** What is read here of erasures. */
export const ERASURE = BeneficiaryErased;

/**
 * Says that nothing here leads to a person who was erased: figures hold random ids and coarse classes, and keep them, so that
 * they stay what they were. Only who reads for the figures shown answers; one that fills them anew has nothing to say.
 */
@Injectable()
export class WhenBeneficiaryErased {
  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Answers each erasure of a slice, in the slice's transaction. */
  async answer(tx: Tx, slice: readonly Received[]): Promise<void> {
    const erased = slice.filter(({ event }) => event.type === ERASURE.name);
    const purged = erased.map(({ event }) =>
      happened(PersonPurgedByReporting, {
        branch: event.branch,
        at: this.clock.now(),
        data: { beneficiaryId: event.aggregateId, removed: [] },
      }),
    );
    await this.outbox.add(tx, purged);
  }
}
