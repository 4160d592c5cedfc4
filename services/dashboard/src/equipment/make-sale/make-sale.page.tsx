import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Block } from '../../app/block.js';
import { useBranchName } from '../../app/branch-names.js';
import { useLive } from '../../app/live/live.js';
import { graphql } from '../../app/query.js';
import { useScope } from '../../app/scope.js';
import { useCommand } from '../../app/use-command.js';
import { keyOf, useRead } from '../../app/use-read.js';
import { useSearch } from '../../app/use-search.js';
import { useChoices, useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { EntryForm, FormField, SaveButton } from '../../ui/form.js';
import { useFormat } from '../../ui/format.js';
import { Notice, PageHead, Row, Sheet, Stack, TwoBanks } from '../../ui/layout.js';
import { ReceiptPaper } from '../../ui/paper.js';
import { useEntry } from '../../ui/use-entry.js';
import { FindPerson } from '../../workshops/find-person.js';
import { DayBook, TILL } from './day-book.js';

const LOOK = graphql(`
  query LookUpTag($tag: String!) {
    deviceByTag(tag: $tag) {
      tag
      device {
        id
        tag
        type
        grade
        state
        price {
          cents
          marketCents
          from
        }
      }
      elsewhere {
        branch
        state
      }
    }
  }
`);
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
      }
    }
  }
`);

const FRESH = { tag: '', articleId: '', kind: 'CASH', beneficiaryId: '' };

/** The till: a tag or an article, its price with its reason, a payment, the amount in the button, a receipt. */
export function Page() {
  const t = useWords();
  const format = useFormat();
  const label = useLabel();
  const names = useBranchName();
  const { now } = useEnvironment();
  const { one } = useScope();
  const payments = useChoices('PaymentKind');
  const today = format.localDate(now());
  // A device's page leads here with its tag; a tag names no person, so it may stand in the address.
  const [{ tag: brought = '' }] = useSearch();
  const [tag, setTag] = useState(brought);
  const [done, setDone] = useState<{
    receipt: string;
    totalCents: number;
    lines: readonly { label: string; cents: number }[];
  } | null>(null);
  const entry = useEntry({ ...FRESH, tag: brought });
  // The tag belongs to what is sold: another tag is another sale, with another key.
  const asked = entry.values.tag;
  const look = useRead(LOOK, { tag: asked }, { enabled: asked !== '' });
  const articles = useRead(ARTICLES, { branch: one ?? null });
  const till = useRead(TILL, { branch: one ?? null, day: today });
  useLive([till.key], one ? [one] : ['*']);
  const sell = useCommand(SELL, { touches: [keyOf(TILL), keyOf(LOOK), keyOf(ARTICLES)] });
  // While another tag is looked up, the device found before must not be sold in its place.
  const found = asked && !look.refreshing ? look.data?.deviceByTag : undefined;
  const device = found?.device;
  const article = articles.data?.articles?.items.find((candidate) => candidate.id === entry.values.articleId);
  const sellable = device?.state === 'READY' && device.price ? device : undefined;
  const total = (sellable?.price?.cents ?? 0) + (article?.cents ?? 0);
  const save = async () => {
    const lines = [
      ...(device ? [{ tag: device.tag }] : []),
      ...(article ? [{ articleId: article.id, quantity: 1 }] : []),
    ];
    const input = {
      branch: one ?? null,
      lines,
      payments: [{ kind: entry.values.kind, cents: total }],
      beneficiaryId: entry.values.beneficiaryId || null,
    };
    const answer = await sell.send({ input: input as never }, entry.idempotencyKey);
    if (!answer?.makeSale) return;
    setDone(answer.makeSale);
    entry.renew(FRESH);
    setTag('');
  };
  return (
    <Stack gap={24}>
      <PageHead title={t('page.till')} context={format.day(now())} />
      {done ? (
        <Notice tone="good" title={t('till.done', { receipt: done.receipt })}>
          <Button variant="default" onClick={() => window.print()}>
            {t('till.print')}
          </Button>
          <ReceiptPaper
            size="receipt-80mm"
            head={['Passerelle', names.of(one ?? '')]}
            number={done.receipt}
            lines={done.lines.map((line) => ({ label: line.label, amount: format.money(line.cents) }))}
            total={{ label: t('till.total'), amount: format.money(done.totalCents) }}
            foot={[format.moment(now())]}
          />
        </Notice>
      ) : null}
      <TwoBanks
        is={
          <Sheet>
            <form
              onSubmit={(event) => {
                event.preventDefault();
                entry.set('tag', tag.trim());
              }}
            >
              <Row>
                <TextInput
                  label={t('till.tag')}
                  value={tag}
                  onChange={(event) => setTag(event.currentTarget.value)}
                  autoFocus
                />
                <Button type="submit" variant="default">
                  {t('till.look')}
                </Button>
              </Row>
            </form>
            {asked && !look.loading && !look.refreshing && look.data ? (
              <p role="status">
                {device ? (
                  <>
                    <strong>{device.tag}</strong>{' '}
                    {t('till.device', { type: label('EquipmentType', device.type), grade: device.grade ?? '–' })}
                    {device.state === 'READY' ? null : (
                      <> · {t('till.notReady', { state: label('EquipmentState', device.state) })}</>
                    )}
                    <br />
                    {device.price ? (
                      <>
                        <strong className="amount">{format.money(device.price.cents)}</strong>{' '}
                        <span className="soft">
                          {t('till.price', {
                            day: format.day(`${device.price.from}T12:00:00Z`, 'short'),
                            market: device.price.marketCents === null ? '–' : format.money(device.price.marketCents),
                          })}
                        </span>
                      </>
                    ) : (
                      t('till.noPrice')
                    )}
                  </>
                ) : found?.elsewhere ? (
                  t('till.elsewhere', { city: names.of(found.elsewhere.branch) })
                ) : (
                  t('till.unknown')
                )}
              </p>
            ) : null}
            <EntryForm
              label={t('page.till')}
              refusals={sell.refusals}
              sending={sell.sending}
              onSend={() => void save()}
            >
              <NativeSelect
                label={t('till.article')}
                value={entry.values.articleId}
                onChange={(event) => entry.set('articleId', event.currentTarget.value)}
                data={[
                  { value: '', label: t('till.noArticle') },
                  ...(articles.data?.articles?.items ?? []).map((row) => ({
                    value: row.id,
                    label: `${row.label} · ${format.money(row.cents)} (${row.quantity})`,
                  })),
                ]}
              />
              <FormField path="input.payments" label={t('till.payment')}>
                {(control) => (
                  <NativeSelect
                    {...control}
                    data={payments}
                    value={entry.values.kind}
                    onChange={(event) => entry.set('kind', event.currentTarget.value)}
                  />
                )}
              </FormField>
              {entry.values.beneficiaryId ? (
                <p>{t('till.buyer')} ✓</p>
              ) : (
                <FindPerson action={t('till.buyer')} onPick={(id) => entry.set('beneficiaryId', id)} />
              )}
              {total > 0 ? <SaveButton>{t('till.take', { amount: format.money(total) })}</SaveButton> : null}
            </EntryForm>
          </Sheet>
        }
        todo={
          <Block read={till} at="dayTakings" doing={t('till.doing')}>
            {(data) => <DayBook data={data} />}
          </Block>
        }
      />
    </Stack>
  );
}
