import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { Block } from '../../app/block.js';
import { allowed } from '../../app/claims.js';
import { PageLink } from '../../app/page-link.js';
import { useIdentity } from '../../app/session.js';
import { usePages } from '../../app/use-pages.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useFormat } from '../../ui/format.js';
import { Chip, PageHead, Row, Sheet, Stack, type Tone, TwoBanks } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';
import { useToday } from '../../ui/use-today.js';
import { ExportTariffs } from '../export-tariffs/export-tariffs.js';
import { inOrder, standing, TARIFFS, type Tariff } from '../tariff-query.js';
import { TariffForm } from './tariff-form.js';

/** Comes when first opened, as every dialog: most visits only read. */
const EndTariffDialog = lazy(async () => ({ default: (await import('./end-tariff-dialog.js')).EndTariffDialog }));
const GrantEntitlementException = lazy(async () => ({
  default: (await import('../grant-entitlement-exception/grant-entitlement-exception.js')).GrantEntitlementException,
}));
const TONES: Readonly<Record<string, Tone>> = { 'tariff.inForce': 'good', 'tariff.coming': 'note' };

/** The national tariff: what is in force, what was and will be, and a new price from a day on. */
export function Page() {
  const t = useWords();
  const format = useFormat();
  const label = useLabel();
  const read = usePages(TARIFFS, {}, ({ tariffs }) => tariffs);
  const today = useToday();
  const day = (at: string) => format.day(`${at}T12:00:00Z`, 'short');
  const [ending, setEnding] = useState<Tariff | null>(null);
  const identity = useIdentity();
  const sets = allowed(identity, 'SetTariff');
  const list = (
    <Sheet title={t('tariff.list')}>
      <Block read={read} at="tariffs" doing={t('tariff.doing')}>
        {() => (
          <DataTable
            caption={t('tariff.list')}
            rows={inOrder(read.items)}
            onMore={read.more}
            loadingMore={read.loadingMore}
            rowKey={(tariff) => tariff.id}
            empty={<Empty reason="nothing-yet">{t('tariff.none')}</Empty>}
            columns={[
              {
                id: 'what',
                label: t('devices.type'),
                phone: 'title',
                cell: (tariff) => (
                  <span className="number">
                    {label('EquipmentType', tariff.type)} · {label('Grade', tariff.grade)}
                  </span>
                ),
              },
              {
                id: 'price',
                label: t('tariff.price'),
                number: true,
                phone: 'main',
                cell: (tariff) => format.money(tariff.cents),
              },
              {
                id: 'market',
                label: t('tariff.market'),
                number: true,
                cell: (tariff) => (tariff.marketCents === null ? '–' : format.money(tariff.marketCents)),
              },
              {
                id: 'period',
                label: t('tariff.from'),
                cell: ({ from, until }) =>
                  until ? t('tariff.fromUntil', { from: day(from), until: day(until) }) : day(from),
              },
              {
                id: 'state',
                label: t('tariff.state'),
                cell: (tariff) => {
                  const word = standing(tariff, today);
                  return <Chip tone={TONES[word] ?? 'plain'}>{t(word)}</Chip>;
                },
              },
              ...(sets
                ? [
                    {
                      id: 'end',
                      label: t('tariff.end'),
                      phone: 'act' as const,
                      cell: (tariff: Tariff) =>
                        tariff.until && tariff.until <= today ? null : (
                          <Button size="compact-md" variant="subtle" onClick={() => setEnding(tariff)}>
                            {t('tariff.end')}
                          </Button>
                        ),
                    },
                  ]
                : []),
            ]}
          />
        )}
      </Block>
    </Sheet>
  );
  return (
    <Stack gap={24}>
      <PageHead
        title={t('page.tariff')}
        aside={
          <Row gap={16}>
            {sets ? <PageLink href="/tariff/grades">{t('page.grades')}</PageLink> : null}
            <ExportTariffs today={today} />
          </Row>
        }
      />
      {allowed(identity, 'OverrideEntitlements') ? (
        <Suspense fallback={null}>
          <GrantEntitlementException />
        </Suspense>
      ) : null}
      {sets ? <TwoBanks is={list} todo={<TariffForm />} /> : list}
      {ending ? (
        <Suspense fallback={null}>
          <EndTariffDialog key={ending.id} tariff={ending} onClose={() => setEnding(null)} />
        </Suspense>
      ) : null}
    </Stack>
  );
}
