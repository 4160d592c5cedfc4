import { Button } from '@mantine/core';
import { useChoices } from '../i18n/vocabulary.js';
import { useWords } from '../i18n/words.js';
import { ChoiceField, NumberField } from '../ui/fields.js';
import { FieldRow } from '../ui/form.js';
import { useFormat } from '../ui/format.js';
import { type PaymentEntry, restOf } from './payments.js';

/** How a sale is paid: in one way, or in several of which the first takes the rest. */
export function PaymentsField(props: {
  readonly total: number;
  readonly payments: readonly PaymentEntry[];
  readonly onChange: (payments: readonly PaymentEntry[]) => void;
}) {
  const t = useWords();
  const format = useFormat();
  const kinds = useChoices('PaymentKind');
  const { payments, total, onChange } = props;
  const change = (index: number, changes: Partial<PaymentEntry>) =>
    onChange(payments.map((payment, at) => (at === index ? { ...payment, ...changes } : payment)));
  const another = kinds.find(({ value }) => payments.every(({ kind }) => kind !== value));
  return (
    <>
      {payments.map((payment, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a payment has no other name than its place
        <FieldRow key={index}>
          <ChoiceField
            path={index === 0 ? 'payments' : `payments.${index}.kind`}
            label={t('till.payment')}
            data={kinds}
            value={payment.kind}
            onChange={(kind) => change(index, { kind })}
          />
          {index === 0 ? (
            payments.length > 1 ? (
              <p>{t('till.rest', { amount: format.money(restOf(payments, total)) })}</p>
            ) : null
          ) : (
            <>
              <NumberField
                path={`payments.${index}.cents`}
                label={t('till.euros')}
                value={payment.cents === null ? null : payment.cents / 100}
                onChange={(euros) => change(index, { cents: euros === null ? null : Math.round(euros * 100) })}
              />
              <Button
                variant="subtle"
                onClick={() => onChange(payments.filter((_payment, at) => at !== index))}
                aria-label={t('till.removePayment', { number: index + 1 })}
              >
                {t('till.remove')}
              </Button>
            </>
          )}
        </FieldRow>
      ))}
      {another ? (
        <div>
          <Button variant="subtle" onClick={() => onChange([...payments, { kind: another.value, cents: null }])}>
            {t('till.anotherPayment')}
          </Button>
        </div>
      ) : null}
    </>
  );
}
