import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useBranchName } from '../../app/branch-names.js';
import { graphql, type ResultOf } from '../../app/query.js';
import { useScope } from '../../app/scope.js';
import { useCommand } from '../../app/use-command.js';
import { keyOf, useRead } from '../../app/use-read.js';
import { useSearch } from '../../app/use-search.js';
import { useUnsavedGuard } from '../../app/use-unsaved-guard.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { EntryForm, SaveButton } from '../../ui/form.js';
import { useFormat } from '../../ui/format.js';
import { Notice, PageHead, Row, Sheet, Stack, TwoBanks } from '../../ui/layout.js';
import { ReceiptPaper } from '../../ui/paper.js';
import { useEntry } from '../../ui/use-entry.js';
import { FindPerson } from '../../workshops/find-person.js';
import { type PaymentEntry, settled } from '../payments.js';
import { PaymentsField } from '../payments-field.js';
import { Bill, Shelf } from './bill.js';
import { type CartLine, linesOf, totalOf, withLine, withoutOne } from './cart.js';
import { DayBook, TOUCHED_BY_SALES } from './day-book.js';
import { ScanDevice } from './scan-device.js';

const ARTICLES = graphql(`
  query Articles($branch: String) {
    articles(branch: $branch, first: 50) {
      items {
        id
        label
        cents
        quantity
      }
    }
  }
`);
const SELL = graphql(`
  mutation MakeSale($input: MakeSaleInput!) {
    makeSale(input: $input) {
      id
      receipt
      totalCents
      lines {
        label
        cents
        quantity
      }
    }
  }
`);
// Comes once a buyer is chosen: most of what is sold is sold to nobody in particular.
const ShowEntitlement = lazy(async () => ({
  default: (await import('../show-entitlement/show-entitlement.js')).ShowEntitlement,
}));
type Sale = NonNullable<ResultOf<typeof SELL>['makeSale']>;

const FRESH = {
  cart: [] as readonly CartLine[],
  payments: [{ kind: 'CASH', cents: null }] as readonly PaymentEntry[],
  beneficiaryId: '',
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The till: what is scanned or tapped becomes a bill, a payment or several, the amount in the button, a receipt. */
export function Page() {
  const t = useWords();
  const format = useFormat();
  const { now } = useEnvironment();
  const { one } = useScope();
  // A device's page leads here with its tag, a new person's with their number; neither names anybody in the address.
  const [{ tag: brought = '', person = '' }] = useSearch();
  const [done, setDone] = useState<Sale>();
  const entry = useEntry({ ...FRESH, beneficiaryId: UUID.test(person) ? person : '' });
  useUnsavedGuard(entry.touched);
  const { cart, payments, beneficiaryId } = entry.values;
  const articles = useRead(ARTICLES, { branch: one ?? null });
  const sell = useCommand(SELL, {
    touches: [...TOUCHED_BY_SALES, keyOf(ARTICLES), ['read', 'Devices'], ['read', 'Entitlement']],
  });
  const total = totalOf(cart);
  const add = (line: CartLine) => {
    setDone(undefined);
    entry.set('cart', withLine(cart, line));
  };
  const save = async () => {
    const input = {
      branch: one ?? null,
      lines: linesOf(cart),
      payments: settled(payments, total),
      beneficiaryId: beneficiaryId || null,
    };
    const answer = await sell.send({ input: input as never }, entry.idempotencyKey);
    if (!answer?.makeSale) return;
    setDone(answer.makeSale);
    entry.renew(FRESH);
  };
  return (
    <Stack gap={24}>
      <PageHead title={t('page.till')} context={format.day(now())} />
      {done ? <Done sale={done} branch={one ?? ''} /> : null}
      <TwoBanks
        is={
          <Sheet>
            <Stack gap={24}>
              <ScanDevice brought={brought} onFound={add} />
              <Shelf articles={articles.data?.articles?.items ?? []} onAdd={add} />
              <EntryForm
                label={t('page.till')}
                refusals={sell.refusals}
                sending={sell.sending}
                onSend={() => void save()}
              >
                <Bill cart={cart} onRemove={(key) => entry.set('cart', withoutOne(cart, key))} />
                {cart.length > 0 ? (
                  <>
                    <PaymentsField
                      total={total}
                      payments={payments}
                      onChange={(changed) => entry.set('payments', changed)}
                    />
                    {beneficiaryId ? (
                      <>
                        <Row>
                          <span>{t('till.buyerChosen')}</span>
                          <Button variant="subtle" onClick={() => entry.set('beneficiaryId', '')}>
                            {t('till.remove')}
                          </Button>
                        </Row>
                        <Suspense fallback={null}>
                          <ShowEntitlement beneficiaryId={beneficiaryId} branch={one ?? null} />
                        </Suspense>
                      </>
                    ) : (
                      <FindPerson
                        label={t('till.buyer')}
                        action={t('till.pickBuyer')}
                        onPick={(id) => entry.set('beneficiaryId', id)}
                      />
                    )}
                    <SaveButton as="main">{t('till.take', { amount: format.money(total) })}</SaveButton>
                  </>
                ) : null}
              </EntryForm>
            </Stack>
          </Sheet>
        }
        todo={one ? <DayBook branch={one} day={format.localDate(now())} /> : null}
      />
    </Stack>
  );
}

/** The receipt, to read out and to print; the next sale begins below. */
function Done({ sale, branch }: { readonly sale: Sale; readonly branch: string }) {
  const t = useWords();
  const format = useFormat();
  const names = useBranchName();
  const { now } = useEnvironment();
  return (
    <Notice tone="good" title={t('till.done', { receipt: sale.receipt, amount: format.money(sale.totalCents) })}>
      <Button variant="default" onClick={() => window.print()}>
        {t('till.print')}
      </Button>
      <ReceiptPaper
        size="receipt-80mm"
        head={['Passerelle', names.of(branch)]}
        number={sale.receipt}
        lines={sale.lines.map((line) => ({
          label: line.quantity > 1 ? `${line.quantity} × ${line.label}` : line.label,
          amount: format.money(line.cents),
        }))}
        total={{ label: t('till.total'), amount: format.money(sale.totalCents) }}
        foot={[format.moment(now())]}
      />
    </Notice>
  );
}
