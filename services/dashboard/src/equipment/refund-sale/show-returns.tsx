import { AfterSalesLanguage } from '../../i18n/after-sales-language.js';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { Sheet } from '../../ui/layout.js';
import type { Sale } from '../show-sale/sale-query.js';

/** What came back of a sale, and what was paid back or given for it. */
export function ShowReturns({ returns }: { readonly returns: Sale['returns'] }) {
  if (returns.length === 0) return null;
  return (
    <AfterSalesLanguage>
      <Returns returns={returns} />
    </AfterSalesLanguage>
  );
}

function Returns({ returns }: { readonly returns: Sale['returns'] }) {
  const t = useWords();
  const format = useFormat();
  const said = (lines: Sale['lines']) =>
    lines.map(({ quantity, label }) => (quantity > 1 ? `${quantity} × ${label}` : label)).join(', ');
  return (
    <Sheet title={t('refund.returns')}>
      <ol className="plain">
        {returns.map(({ id, occurredOn, back, given, refunds }) => (
          <li key={id}>
            <span className="soft small">{format.day(`${occurredOn}T12:00:00Z`, 'short')}</span>{' '}
            {given.length > 0
              ? t('refund.exchanged', { what: said(back), other: said(given) })
              : t('refund.line', {
                  what: said(back),
                  amount: format.money(refunds.reduce((sum, { cents }) => sum + cents, 0)),
                })}
          </li>
        ))}
      </ol>
    </Sheet>
  );
}
