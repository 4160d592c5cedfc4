import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { Block } from '../../app/block.js';
import { useBranchName } from '../../app/branch-names.js';
import { allowed, seesNetwork } from '../../app/claims.js';
import { useLive } from '../../app/live/live.js';
import { PageLink } from '../../app/page-link.js';
import { useScope } from '../../app/scope.js';
import { useIdentity } from '../../app/session.js';
import { usePages } from '../../app/use-pages.js';
import { TransferLanguage } from '../../i18n/transfer-language.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useFormat } from '../../ui/format.js';
import { Chip, PageHead, Sheet, Stack } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';
import type { Asked } from '../request-transfer/request-transfer.js';
import { TransferSuggestions } from '../suggest-transfers/suggest-transfers.js';
import { TRANSFERS } from '../transfer-query.js';
import { TRANSFER_TONES, useWhat } from '../transfer-words.js';

const RequestTransfer = lazy(async () => ({
  default: (await import('../request-transfer/request-transfer.js')).RequestTransfer,
}));

const ArticleShortages = lazy(async () => ({
  default: (await import('../suggest-articles/article-shortages.js')).ArticleShortages,
}));

/** Transfers from and to one's branches; for who sees several, what could be evened out between them. */
export function Page() {
  return (
    <TransferLanguage>
      <Transfers />
    </TransferLanguage>
  );
}

function Transfers() {
  const t = useWords();
  const format = useFormat();
  const label = useLabel();
  const what = useWhat();
  const navigate = useNavigate();
  const names = useBranchName();
  const identity = useIdentity();
  const { one, branches } = useScope();
  const read = usePages(TRANSFERS, { branch: one ?? null }, ({ transfers }) => transfers);
  useLive([read.key], one ? [one] : ['*']);
  const asks = allowed(identity, 'AgreeTransfers');
  const network = seesNetwork(identity);
  const receivers = network ? names.all : branches;
  const [asked, setAsked] = useState<Asked | null>(null);
  const ask = () => setAsked({ from: '', to: one ?? '', type: 'COMPUTER', grade: 'B', count: 1 });
  const list = (
    <Block read={read} at="transfers" doing={t('transfer.doing')}>
      {() => (
        <DataTable
          caption={t('page.transfers')}
          rows={read.items}
          onMore={read.more}
          loadingMore={read.loadingMore}
          rowKey={(transfer) => transfer.id}
          empty={<Empty reason="nothing-yet">{t('transfer.none')}</Empty>}
          columns={[
            {
              id: 'way',
              label: t('page.transfer'),
              phone: 'title',
              cell: ({ id, from, to }) => (
                <PageLink href={`/transfers/${id}`}>
                  {t('transfer.way', { from: names.of(from.code), to: names.of(to.code) })}
                </PageLink>
              ),
            },
            {
              id: 'what',
              label: t('transfer.what'),
              cell: ({ lines }) =>
                lines.map((line) => t('transfer.line', { count: line.asked, what: what(line) })).join(', '),
            },
            {
              id: 'on',
              label: t('transfer.askedOn'),
              cell: ({ requestedAt }) => format.day(requestedAt, 'short'),
            },
            {
              id: 'state',
              label: t('transfer.state'),
              phone: 'main',
              cell: ({ state }) => <Chip tone={TRANSFER_TONES[state] ?? 'plain'}>{label('TransferState', state)}</Chip>,
            },
          ]}
        />
      )}
    </Block>
  );
  return (
    <Stack gap={24}>
      <PageHead
        title={t('page.transfers')}
        action={asks ? <Button onClick={ask}>{t('transfer.ask')}</Button> : undefined}
        aside={<PageLink href="/devices/balance">{t('page.balance')}</PageLink>}
      />
      {network || branches.length > 1 ? <TransferSuggestions onAsk={asks ? setAsked : undefined} /> : null}
      <Suspense fallback={null}>
        <ArticleShortages />
      </Suspense>
      <Sheet>{list}</Sheet>
      <Suspense fallback={null}>
        {asked ? (
          <RequestTransfer
            asked={asked}
            receivers={receivers}
            onDone={(id) => void navigate({ to: `/transfers/${id}` as string })}
            onClose={() => setAsked(null)}
          />
        ) : null}
      </Suspense>
    </Stack>
  );
}
