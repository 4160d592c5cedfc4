import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useBranchName } from '../../app/branch-names.js';
import { usePending } from '../../app/pending/use-pending.js';
import { useScope } from '../../app/scope.js';
import { useCommand } from '../../app/use-command.js';
import { useRead } from '../../app/use-read.js';
import { useSearch } from '../../app/use-search.js';
import { useUnsavedGuard } from '../../app/use-unsaved-guard.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { EntryForm, SaveButton } from '../../ui/form.js';
import { useFormat } from '../../ui/format.js';
import { Notice, PageHead, Row, Sheet, Stack, TwoBanks } from '../../ui/layout.js';
import { ReceiptPaper } from '../../ui/paper.js';
import type { RefusalShown } from '../../ui/refusal.js';
import { Loading } from '../../ui/states.js';
import { useEntry } from '../../ui/use-entry.js';
import { useToday } from '../../ui/use-today.js';
import { FindPerson } from '../../workshops/find-person.js';
import { type PaymentEntry, settled } from '../payments.js';
import { PaymentsField } from '../payments-field.js';
import { Bill, Shelf } from './bill.js';
import { type CartLine, isIn, leftOf, totalOf, withLine, withoutOne } from './cart.js';
import { type EnteredSale, SALES, saleOf, TOUCHED } from './kept-sale.js';
import { ARTICLES, type Sale, SELL } from './make-sale-query.js';
import { ScanDevice } from './scan-device.js';
import { useTillKnowledge } from './till-knowledge.js';

// Comes right after the bill, not when it is first needed: then there may be no network. What a scan falls back on comes with it.
const BesideTill = lazy(async () => ({ default: (await import('./beside-till.js')).BesideTill }));
// Comes once a buyer is chosen: most of what is sold is sold to nobody in particular.
const ShowEntitlement = lazy(async () => ({
  default: (await import('../show-entitlement/show-entitlement.js')).ShowEntitlement,
}));

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
  const { now, newId } = useEnvironment();
  const { one } = useScope();
  // A device's page leads here with its tag, a new person's with their number; neither names anybody in the address.
  const [{ tag: brought = '', person = '' }] = useSearch();
  const [done, setDone] = useState<Sale>();
  const entry = useEntry({ ...FRESH, beneficiaryId: UUID.test(person) ? person : '' });
  useUnsavedGuard(entry.touched);
  const { cart, payments, beneficiaryId } = entry.values;
  const articles = useRead(ARTICLES, { branch: one ?? null });
  const sell = useCommand(SELL, { touches: TOUCHED });
  const pending = usePending(SALES);
  const [keeping, setKeeping] = useState(false);
  const [refusals, setRefusals] = useState<readonly RefusalShown[]>([]);
  const knowledge = useTillKnowledge(one ?? null, useToday());
  const waitingCarts = pending.waiting.map(({ input }) => input.cart);
  const total = totalOf(cart);
  const add = (line: CartLine) => {
    setDone(undefined);
    entry.set('cart', withLine(cart, line));
  };
  const made = (sale: Sale | undefined) => {
    setDone(sale);
    setRefusals([]);
    sell.forget();
    entry.renew(FRESH);
  };
  const sendAtOnce = async ({ occurredAt: _now, ...sale }: ReturnType<typeof saleOf>) => {
    const answer = await sell.send({ input: sale as never }, newId());
    if (answer?.makeSale) made(answer.makeSale);
  };
  const save = async () => {
    const input: EnteredSale = {
      branch: one ?? null,
      cart,
      payments: settled(payments, total),
      beneficiaryId: beneficiaryId || null,
      occurredAt: now().toISOString(),
    };
    setRefusals([]);
    setKeeping(true);
    const outcome = await pending.keep({ key: entry.idempotencyKey, input }).finally(() => setKeeping(false));
    if (outcome === 'waiting') made(undefined);
    else if (outcome && 'saved' in outcome) made(outcome.saved.sale ?? undefined);
    // Nothing can be kept here, or the clock of the device is wrong: the service says when it happened, which is now.
    else if (!outcome || outcome.refusals.some(({ field }) => field === 'input.occurredAt'))
      await sendAtOnce(saleOf(input));
    else setRefusals(outcome.refusals);
  };
  return (
    <Stack gap={24}>
      <PageHead title={t('page.till')} context={format.day(now())} />
      {done ? <Done sale={done} branch={one ?? ''} /> : null}
      <TwoBanks
        is={
          <Sheet>
            <Stack gap={24}>
              <ScanDevice
                brought={brought}
                onFound={add}
                knowledge={knowledge}
                soldHere={(tag) => isIn(waitingCarts, tag)}
              />
              <Shelf articles={leftOf(articles.data?.articles?.items ?? [], waitingCarts)} onAdd={add} />
              <EntryForm
                label={t('page.till')}
                refusals={[...refusals, ...sell.refusals]}
                sending={sell.sending || keeping}
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
        todo={
          <Suspense fallback={<Loading lines={4} />}>
            <BesideTill {...pending} onTryAgain={(key) => void pending.tryAgain(key)} />
          </Suspense>
        }
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
