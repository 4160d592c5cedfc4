import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useUnsavedGuard } from '../../app/use-unsaved-guard.js';
import { AfterSalesLanguage } from '../../i18n/after-sales-language.js';
import { useWords } from '../../i18n/words.js';
import { UndoRow } from '../../ui/after-save.js';
import { NumberField, TextField } from '../../ui/fields.js';
import { EntryForm, SaveButton } from '../../ui/form.js';
import { useFormat } from '../../ui/format.js';
import { Sheet } from '../../ui/layout.js';
import { Unfold } from '../../ui/unfold.js';
import { useEntry } from '../../ui/use-entry.js';
import { TICKET_TOUCHES } from '../after-sales-query.js';
import { type PaymentEntry, settled } from '../payments.js';
import { PaymentsField } from '../payments-field.js';
import type { Sale } from '../show-sale/sale-query.js';
import { keyOf, stillThere } from './returned.js';

const REFUND = graphql(`
  mutation RefundSale($input: RefundSaleInput!) {
    refundSale(input: $input) {
      id
    }
  }
`);

/** Pays a sale back, whole or in part; money goes back the way it came. */
export function RefundSale({ sale }: { readonly sale: Sale }) {
  const there = stillThere(sale);
  if (there.length === 0) return null;
  return (
    <AfterSalesLanguage>
      <Refund sale={sale} there={there} />
    </AfterSalesLanguage>
  );
}

function Refund({ sale, there }: { readonly sale: Sale; readonly there: ReturnType<typeof stillThere> }) {
  const t = useWords();
  const format = useFormat();
  const [first] = sale.payments;
  const entry = useEntry({
    quantities: {} as Readonly<Record<string, number | null>>,
    restock: true,
    payments: [{ kind: first?.kind ?? 'CASH', cents: null }] as PaymentEntry[],
    reason: '',
  });
  useUnsavedGuard(entry.touched);
  const refund = useCommand(REFUND, { touches: TICKET_TOUCHES });
  const [saved, setSaved] = useState(false);
  const [times, setTimes] = useState(0);
  const { quantities, restock, payments, reason } = entry.values;
  const back = there.flatMap((line) => {
    const quantity = quantities[keyOf(line)] ?? 0;
    return quantity > 0 ? [{ line, quantity }] : [];
  });
  const total = back.reduce((sum, { line, quantity }) => sum + Math.round((line.cents / line.quantity) * quantity), 0);
  const save = async () => {
    const lines = back.map(({ line, quantity }) =>
      line.articleId ? { articleId: line.articleId, quantity, restock } : { tag: line.label, quantity },
    );
    const input = { id: sale.id, expectedVersion: sale.version, lines, payments: settled(payments, total), reason };
    if (!(await refund.send({ input: input as never }, entry.idempotencyKey))) return;
    setSaved(true);
    // What was meant is done: the form is folded again.
    setTimes((before) => before + 1);
    entry.renew();
  };
  return (
    <Sheet>
      {saved ? <UndoRow onDone={() => setSaved(false)}>{t('refund.done')}</UndoRow> : null}
      <Unfold key={times} label={t('refund.title')}>
        <EntryForm
          label={t('refund.title')}
          refusals={refund.refusals}
          sending={refund.sending}
          onSend={() => void save()}
        >
          {there.map((line, index) => (
            <NumberField
              key={keyOf(line)}
              path={`lines[${index}]`}
              label={t('refund.howMany', { label: line.label, left: line.quantity })}
              value={quantities[keyOf(line)] ?? null}
              onChange={(value) => entry.set('quantities', { ...quantities, [keyOf(line)]: value })}
            />
          ))}
          {there.some(({ articleId }) => articleId !== null) ? (
            <Checkbox
              label={t('refund.restock')}
              checked={restock}
              onChange={(event) => entry.set('restock', event.currentTarget.checked)}
            />
          ) : null}
          <PaymentsField
            total={total}
            payments={payments}
            onChange={(changed) => entry.set('payments', [...changed])}
          />
          <TextField
            path="reason"
            label={t('ui.reason.label')}
            required
            value={reason}
            onChange={(text) => entry.set('reason', text)}
          />
          <SaveButton as="beside">{t('refund.save', { amount: format.money(total) })}</SaveButton>
        </EntryForm>
      </Unfold>
    </Sheet>
  );
}
