import { Button, NativeSelect } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { Block } from '../../app/block.js';
import { allowed } from '../../app/claims.js';
import { useLive } from '../../app/live/live.js';
import { PageLink } from '../../app/page-link.js';
import { graphql } from '../../app/query.js';
import { useScope } from '../../app/scope.js';
import { useIdentity } from '../../app/session.js';
import { usePages } from '../../app/use-pages.js';
import { useRead } from '../../app/use-read.js';
import { useSearch } from '../../app/use-search.js';
import { useChoices } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useFormat } from '../../ui/format.js';
import { PageHead, Row, Sheet, Stack } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';
import { useDeviceColumns } from '../device-columns.js';
import { DEVICES, type DeviceChoice } from '../device-list-query.js';
import { ExportDevices } from '../export-devices/export-devices.js';
import { ListArticles } from '../list-articles/list-articles.js';

const PrintLabels = lazy(async () => ({ default: (await import('../print-labels/print-labels.js')).PrintLabels }));
const COUNTS = graphql(`
  query DeviceCounts($branch: String) {
    deviceCounts(branch: $branch) {
      state
      count
    }
  }
`);
const RECEIVE: string = '/devices/new';
/** The state the page begins with: what can be sold. */
const SOLD_FROM = 'READY';

/** The stock of a branch; by default what can be sold. */
export function Page() {
  const t = useWords();
  const format = useFormat();
  const deviceColumns = useDeviceColumns();
  const navigate = useNavigate();
  const { one } = useScope();
  const identity = useIdentity();
  const [search, change] = useSearch();
  const states = useChoices('EquipmentState');
  const types = useChoices('EquipmentType');
  const state = states.find(({ value }) => value === search['state'])?.value ?? SOLD_FROM;
  const type = types.find(({ value }) => value === search['type'])?.value;
  const choice: DeviceChoice = { branch: one ?? null, states: [state], types: type ? [type] : null };
  const read = usePages(DEVICES, choice, ({ devices }) => devices);
  const counts = useRead(COUNTS, { branch: one ?? null });
  useLive([read.key, counts.key], one ? [one] : ['*']);
  const countOf = (wanted: string) => counts.data?.deviceCounts?.find((found) => found.state === wanted)?.count ?? 0;
  const receive = allowed(identity, 'HandleDevices') ? (
    <Button onClick={() => void navigate({ to: RECEIVE })}>{t('devices.receive')}</Button>
  ) : undefined;
  const clear = (
    <Button variant="default" onClick={() => change({ type: undefined })}>
      {t('ui.filters.clear')}
    </Button>
  );
  return (
    <Stack gap={24}>
      <PageHead
        title={t('page.devices')}
        action={receive}
        aside={
          one && read.items.length > 0 ? (
            <Row>
              <Suspense fallback={null}>
                <PrintLabels tags={read.items.map(({ tag }) => tag)} />
              </Suspense>
              <ExportDevices choice={choice} branch={one} />
            </Row>
          ) : null
        }
      />
      <Row gap={16}>
        {allowed(identity, 'Sell') ? <PageLink href="/devices/loans">{t('page.loans')}</PageLink> : null}
        {allowed(identity, 'Sell') ? <PageLink href="/devices/after-sales">{t('page.afterSales')}</PageLink> : null}
        {allowed(identity, 'ReadSales') ? (
          <PageLink href="/devices/connectivity">{t('page.connectivity')}</PageLink>
        ) : null}
        <PageLink href="/transfers">{t('page.transfers')}</PageLink>
        <PageLink href="/devices/balance">{t('page.balance')}</PageLink>
        {allowed(identity, 'ReadDonors') ? <PageLink href="/donors">{t('page.donors')}</PageLink> : null}
        {allowed(identity, 'HandleDevices') ? <PageLink href="/devices/audit">{t('page.audit')}</PageLink> : null}
        <PageLink href="/devices/waste">{t('page.waste')}</PageLink>
      </Row>
      <Row gap={16} apart align="end">
        {/* One service stands behind the whole page: when it is silent the list says so, once. */}
        {counts.data?.deviceCounts ? (
          <Row gap={8}>
            {states
              .map((choice) => ({
                ...choice,
                count: countOf(choice.value),
              }))
              .filter(({ value, count }) => count > 0 || value === state)
              .map((choice) => (
                <Button
                  key={choice.value}
                  variant={choice.value === state ? 'light' : 'default'}
                  aria-pressed={choice.value === state}
                  onClick={() => change({ state: choice.value === SOLD_FROM ? undefined : choice.value })}
                >
                  {choice.label} · {format.number(choice.count)}
                </Button>
              ))}
          </Row>
        ) : (
          <span />
        )}
        <NativeSelect
          label={t('devices.type')}
          value={type ?? ''}
          data={[{ value: '', label: t('devices.allTypes') }, ...types]}
          onChange={(event) => change({ type: event.currentTarget.value || undefined })}
        />
      </Row>
      <Sheet>
        <Block read={read} at="devices" doing={t('devices.doing')}>
          {() => (
            <DataTable
              caption={t('page.devices')}
              rows={read.items}
              onMore={read.more}
              loadingMore={read.loadingMore}
              rowKey={(device) => device.id}
              empty={
                <Empty reason={type ? 'no-match' : 'nothing-yet'} action={type ? clear : undefined}>
                  {type
                    ? t('devices.noMatch')
                    : state === SOLD_FROM
                      ? t('devices.noneReady', { count: countOf('RECEIVED') + countOf('IN_REFURBISHMENT') })
                      : t('devices.none')}
                </Empty>
              }
              columns={[
                ...deviceColumns,
                {
                  id: 'since',
                  label: t('devices.since'),
                  phone: 'hidden',
                  cell: (device) => format.day(device.stateSince, 'short'),
                },
                {
                  id: 'price',
                  label: t('tariff.price'),
                  number: true,
                  phone: 'main',
                  cell: (device) => (device.price ? format.money(device.price.cents) : '–'),
                },
              ]}
            />
          )}
        </Block>
      </Sheet>
      {one ? <ListArticles branch={one} /> : null}
    </Stack>
  );
}
