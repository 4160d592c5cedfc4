import type { QueryKey } from '@tanstack/react-query';
import { useState } from 'react';
import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useUnsavedGuard } from '../../app/use-unsaved-guard.js';
import { useWords } from '../../i18n/words.js';
import { UndoRow } from '../../ui/after-save.js';
import { TextField } from '../../ui/fields.js';
import { EntryForm, SaveButton } from '../../ui/form.js';
import { Sheet } from '../../ui/layout.js';
import { Unfold } from '../../ui/unfold.js';
import { useEntry } from '../../ui/use-entry.js';
import { FindPerson } from '../../workshops/find-person.js';
import { settled } from '../payments.js';
import { PaymentsField } from '../payments-field.js';

const CORRECT = graphql(`
  mutation CorrectSale($input: CorrectSaleInput!) {
    correctSale(input: $input) {
      id
    }
  }
`);

interface Corrected {
  readonly id: string;
  readonly version: number;
  readonly totalCents: number;
  readonly payments: readonly { readonly kind: string; readonly cents: number }[];
}

/** Mends how a sale was paid or who bought; what was sold and its price stay: a wrong line means taking the sale back. */
export function CorrectSale({ sale, touches }: { readonly sale: Corrected; readonly touches: readonly QueryKey[] }) {
  const t = useWords();
  const entry = useEntry({
    payments: sale.payments.map(({ kind, cents }, index) => ({ kind, cents: index === 0 ? null : cents })),
    beneficiaryId: '',
    reason: '',
  });
  useUnsavedGuard(entry.touched);
  const correct = useCommand(CORRECT, { touches });
  const [saved, setSaved] = useState(false);
  const { payments, beneficiaryId, reason } = entry.values;
  const save = async () => {
    const paid = settled(payments, sale.totalCents);
    const changed = JSON.stringify(paid) !== JSON.stringify(settled(sale.payments, sale.totalCents));
    const input = {
      id: sale.id,
      expectedVersion: sale.version,
      reason: reason.trim(),
      ...(changed ? { payments: paid } : {}),
      ...(beneficiaryId ? { beneficiaryId } : {}),
    };
    if (!(await correct.send({ input: input as never }, entry.idempotencyKey))) return;
    setSaved(true);
    entry.renew();
  };
  return (
    <Sheet>
      {saved ? <UndoRow onDone={() => setSaved(false)}>{t('sale.corrected')}</UndoRow> : null}
      <Unfold label={t('sale.correct')}>
        <EntryForm
          label={t('sale.correct')}
          refusals={correct.refusals}
          sending={correct.sending}
          onSend={() => void save()}
        >
          <PaymentsField
            total={sale.totalCents}
            payments={payments}
            onChange={(changed) => entry.set('payments', [...changed])}
          />
          {beneficiaryId ? (
            <p role="status">{t('till.buyerChosen')}</p>
          ) : (
            <FindPerson
              label={t('till.buyer')}
              action={t('till.pickBuyer')}
              onPick={(id) => entry.set('beneficiaryId', id)}
            />
          )}
          <TextField
            path="reason"
            label={t('ui.reason.label')}
            required
            value={reason}
            onChange={(text) => entry.set('reason', text)}
          />
          <SaveButton as="beside">{t('sale.correctSave')}</SaveButton>
        </EntryForm>
      </Unfold>
    </Sheet>
  );
}
