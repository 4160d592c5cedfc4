import { Button } from '@mantine/core';
import { useState } from 'react';
import { Block } from '../../app/block.js';
import { allowed } from '../../app/claims.js';
import { useLive } from '../../app/live/live.js';
import { PageLink } from '../../app/page-link.js';
import { graphql, type ResultOf } from '../../app/query.js';
import { useScope } from '../../app/scope.js';
import { useIdentity } from '../../app/session.js';
import { usePages } from '../../app/use-pages.js';
import { KeptSaleLanguage } from '../../i18n/kept-sale-language.js';
import { useLanguage } from '../../i18n/language.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useFormat } from '../../ui/format.js';
import { Chip, PageHead, Row, Sheet, Stack } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';
import { SettleSaleException, type Settling } from '../settle-sale-exception/settle-sale-exception.js';

const EXCEPTIONS = graphql(`
  query SaleExceptions($branch: String, $open: Boolean!, $after: String) {
    saleExceptions(branch: $branch, open: $open, first: 20, after: $after) {
      endCursor
      items {
        id
        occurredAt
        totalCents
        fr
        en
        state
        reason
        saleId
        lines {
          label
          quantity
        }
      }
    }
  }
`);
type Exception = NonNullable<ResultOf<typeof EXCEPTIONS>['saleExceptions']>['items'][number];

/** Sales made without the network that the rules refused: what each is, why, and what it becomes. */
export function Page() {
  return (
    <KeptSaleLanguage>
      <Exceptions />
    </KeptSaleLanguage>
  );
}

function Exceptions() {
  const t = useWords();
  const format = useFormat();
  const { language } = useLanguage();
  const { one } = useScope();
  const identity = useIdentity();
  const [open, setOpen] = useState(true);
  const [settling, setSettling] = useState<Settling | null>(null);
  const read = usePages(EXCEPTIONS, { branch: one ?? null, open }, (data) => data.saleExceptions);
  useLive([read.key], one ? [one] : ['*']);
  const mayDecide = allowed(identity, 'CorrectSales');
  const at = ({ occurredAt }: Exception) => `${format.day(occurredAt, 'short')}, ${format.time(occurredAt)}`;
  const outcome = (exception: Exception) => {
    if (exception.state === 'OPEN') return <Chip tone="care">{t('keptSale.open')}</Chip>;
    const what = t(exception.state === 'SOLD' ? 'keptSale.sold' : 'keptSale.givenBack');
    return (
      <>
        {exception.saleId ? <PageLink href={`/sales/${exception.saleId}`}>{what}</PageLink> : what}
        {exception.reason ? ` · ${exception.reason}` : ''}
      </>
    );
  };
  const acts = (exception: Exception) =>
    mayDecide && exception.state === 'OPEN' ? (
      <Row gap={8}>
        {(['SOLD', 'GIVEN_BACK'] as const).map((as) => (
          <Button
            key={as}
            size="compact-md"
            variant="default"
            aria-label={t(as === 'SOLD' ? 'keptSale.sellAt' : 'keptSale.giveBackAt', { at: at(exception) })}
            onClick={() => setSettling({ id: exception.id, as, totalCents: exception.totalCents })}
          >
            {t(as === 'SOLD' ? 'keptSale.sell' : 'keptSale.giveBack')}
          </Button>
        ))}
      </Row>
    ) : null;
  return (
    <Stack gap={24}>
      <PageHead
        title={t('page.saleExceptions')}
        aside={
          <Button variant="default" aria-pressed={open} onClick={() => setOpen(!open)}>
            {open ? t('keptSale.all') : t('keptSale.onlyOpen')}
          </Button>
        }
      />
      <Sheet>
        <Stack gap={16}>
          <p className="soft">{t('keptSale.why')}</p>
          <Block read={read} at="saleExceptions" doing={t('keptSale.doing')}>
            {() => (
              <DataTable
                caption={t('page.saleExceptions')}
                rows={read.items}
                onMore={read.more}
                loadingMore={read.loadingMore}
                rowKey={({ id }) => id}
                empty={<Empty reason="nothing-yet">{t(open ? 'keptSale.none' : 'keptSale.noneEver')}</Empty>}
                columns={[
                  { id: 'at', label: t('keptSale.at'), phone: 'title', cell: at },
                  {
                    id: 'what',
                    label: t('keptSale.what'),
                    cell: ({ lines }) =>
                      lines.map(({ label, quantity }) => (quantity > 1 ? `${quantity} × ${label}` : label)).join(', '),
                  },
                  { id: 'why', label: t('keptSale.refused'), cell: (exception) => exception[language] ?? '–' },
                  {
                    id: 'total',
                    label: t('keptSale.total'),
                    number: true,
                    phone: 'main',
                    cell: ({ totalCents }) => format.money(totalCents),
                  },
                  { id: 'state', label: t('keptSale.state'), cell: outcome },
                  ...(mayDecide ? [{ id: 'acts', label: t('keptSale.acts'), cell: acts }] : []),
                ]}
              />
            )}
          </Block>
        </Stack>
      </Sheet>
      <SettleSaleException settling={settling} onDone={() => setSettling(null)} />
    </Stack>
  );
}
