import { Button, NativeSelect } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { Block } from '../../app/block.js';
import { allowed } from '../../app/claims.js';
import { useLive } from '../../app/live/live.js';
import { PageLink } from '../../app/page-link.js';
import { graphql } from '../../app/query.js';
import { useScope } from '../../app/scope.js';
import { useIdentity } from '../../app/session.js';
import { useRead } from '../../app/use-read.js';
import { useSearch } from '../../app/use-search.js';
import { useChoices, useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useFormat } from '../../ui/format.js';
import { PageHead, Sheet, Stack } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';

const DEVICES = graphql(`
  query Devices($branch: String, $states: [EquipmentState!]) {
    devices(branch: $branch, states: $states, first: 100) {
      items {
        id
        tag
        type
        grade
        state
        stateSince
        price {
          cents
        }
      }
    }
  }
`);
const RECEIVE: string = '/devices/new';

/** The stock of a branch; by default what can be sold. */
export function Page() {
  const t = useWords();
  const format = useFormat();
  const label = useLabel();
  const navigate = useNavigate();
  const { one } = useScope();
  const identity = useIdentity();
  const [search, change] = useSearch();
  const states = useChoices('EquipmentState');
  const state = states.some((choice) => choice.value === search['state']) ? search['state'] : undefined;
  const read = useRead(DEVICES, { branch: one ?? null, states: state ? [state as 'READY'] : null });
  useLive([read.key], one ? [one] : ['*']);
  const receive = allowed(identity, 'HandleDevices') ? (
    <Button onClick={() => void navigate({ to: RECEIVE })}>{t('devices.receive')}</Button>
  ) : undefined;
  return (
    <Stack gap={24}>
      <PageHead title={t('page.devices')} action={receive} />
      <NativeSelect
        label={t('devices.state')}
        value={state ?? ''}
        data={[
          { value: '', label: label('EquipmentState', 'READY') },
          ...states.filter((choice) => choice.value !== 'READY'),
        ]}
        onChange={(event) => change({ state: event.currentTarget.value || undefined })}
      />
      <Sheet>
        <Block read={read} at="devices" doing={t('devices.doing')}>
          {({ devices }) => (
            <DataTable
              caption={t('page.devices')}
              rows={devices?.items ?? []}
              rowKey={(device) => device.id}
              empty={
                <Empty reason="nothing-yet" action={receive}>
                  {t('devices.none')}
                </Empty>
              }
              columns={[
                {
                  id: 'tag',
                  label: t('devices.tag'),
                  phone: 'title',
                  cell: (device) => (
                    <PageLink href={`/devices/${device.tag}`}>
                      <code>{device.tag}</code>
                    </PageLink>
                  ),
                },
                { id: 'type', label: t('devices.type'), cell: (device) => label('EquipmentType', device.type) },
                { id: 'grade', label: t('devices.grade'), cell: (device) => device.grade ?? '–' },
                { id: 'state', label: t('devices.state'), cell: (device) => label('EquipmentState', device.state) },
                { id: 'since', label: t('devices.since'), cell: (device) => format.day(device.stateSince, 'short') },
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
    </Stack>
  );
}
