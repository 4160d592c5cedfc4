import { Button } from '@mantine/core';
import { useState } from 'react';
import { Block } from '../../app/block.js';
import { useLive } from '../../app/live/live.js';
import { PageLink } from '../../app/page-link.js';
import { graphql } from '../../app/query.js';
import { useScope } from '../../app/scope.js';
import { usePages } from '../../app/use-pages.js';
import { AfterSalesLanguage } from '../../i18n/after-sales-language.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useFormat } from '../../ui/format.js';
import { Chip, PageHead, Sheet, Stack } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';

const TICKETS = graphql(`
  query AfterSalesTickets($branch: String, $open: Boolean!, $after: String) {
    afterSalesTickets(branch: $branch, open: $open, first: 50, after: $after) {
      endCursor
      items {
        id
        tag
        saleId
        openedAt
        warrantyUntil
        underWarranty
        fault
        outcome
        replacementTag
      }
    }
  }
`);

/** Sold devices that came back with a fault: those under way, or all there ever were. */
export function Page() {
  return (
    <AfterSalesLanguage>
      <Tickets />
    </AfterSalesLanguage>
  );
}

function Tickets() {
  const t = useWords();
  const format = useFormat();
  const label = useLabel();
  const { one } = useScope();
  const [open, setOpen] = useState(true);
  const read = usePages(TICKETS, { branch: one ?? null, open }, (data) => data.afterSalesTickets);
  useLive([read.key], one ? [one] : ['*']);
  return (
    <Stack gap={24}>
      <PageHead
        title={t('page.afterSales')}
        aside={
          <Button variant="default" aria-pressed={open} onClick={() => setOpen(!open)}>
            {open ? t('afterSales.all') : t('afterSales.onlyOpen')}
          </Button>
        }
      />
      <Sheet>
        <Block read={read} at="afterSalesTickets" doing={t('afterSales.doing')}>
          {() => (
            <DataTable
              caption={t('page.afterSales')}
              rows={read.items}
              onMore={read.more}
              loadingMore={read.loadingMore}
              rowKey={(ticket) => ticket.id}
              empty={<Empty reason="nothing-yet">{open ? t('afterSales.noneOpen') : t('afterSales.none')}</Empty>}
              columns={[
                {
                  id: 'tag',
                  label: t('devices.tag'),
                  phone: 'title',
                  cell: ({ tag }) => (
                    <PageLink href={`/devices/${tag}`}>
                      <code>{tag}</code>
                    </PageLink>
                  ),
                },
                { id: 'fault', label: t('afterSales.fault'), cell: ({ fault }) => fault || '–' },
                { id: 'since', label: t('afterSales.since'), cell: ({ openedAt }) => format.day(openedAt, 'short') },
                {
                  id: 'state',
                  label: t('afterSales.state'),
                  phone: 'main',
                  cell: ({ outcome, replacementTag, underWarranty, warrantyUntil }) =>
                    outcome ? (
                      <>
                        {label('AfterSalesOutcome', outcome)}
                        {replacementTag ? ` · ${replacementTag}` : ''}
                      </>
                    ) : (
                      <Chip tone={underWarranty ? 'plain' : 'care'}>
                        {t(underWarranty ? 'afterSales.under' : 'afterSales.over', {
                          day: format.day(`${warrantyUntil}T12:00:00Z`, 'short'),
                        })}
                      </Chip>
                    ),
                },
              ]}
            />
          )}
        </Block>
      </Sheet>
    </Stack>
  );
}
