import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { allowed } from '../../app/claims.js';
import { useLive } from '../../app/live/live.js';
import { PageLink } from '../../app/page-link.js';
import { graphql, type ResultOf } from '../../app/query.js';
import { RecordPage } from '../../app/record-page.js';
import { useIdentity } from '../../app/session.js';
import { useCommand } from '../../app/use-command.js';
import { keyOf, useRead } from '../../app/use-read.js';
import { DonationLanguage } from '../../i18n/donation-language.js';
import { useChoices, useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { ChoiceField, TextField } from '../../ui/fields.js';
import { EntryForm, FieldRow, SaveButton } from '../../ui/form.js';
import { useFormat } from '../../ui/format.js';
import { Notice, PageHead, Sheet, Stack } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';
import { useEntry } from '../../ui/use-entry.js';
import { useDeviceColumns } from '../device-columns.js';

const LOT = graphql(`
  query Lot($id: UUID!) {
    lot(id: $id) {
      id
      code
      label
      expected
      weightGrams
      received
      donation {
        branch {
          code
        }
        donor {
          id
          name
        }
      }
      devices {
        id
        tag
        type
        grade
        state
      }
    }
  }
`);
const RECEIVE = graphql(`
  mutation ReceiveIntoLot($input: ReceiveDeviceInput!) {
    receiveDevice(input: $input) {
      id
      tag
    }
  }
`);
type Shown = NonNullable<ResultOf<typeof LOT>['lot']>;

/** A lot: its devices are received into it, one scan after the other. */
export function Page() {
  return (
    <DonationLanguage>
      <Lot />
    </DonationLanguage>
  );
}

function Lot() {
  const t = useWords();
  const { id = '' } = useParams({ strict: false });
  const read = useRead(LOT, { id });
  useLive([read.key], ['*']);
  return (
    <RecordPage
      read={read}
      at="lot"
      title={t('page.lot')}
      doing={t('lot.doing')}
      unknown={t('lot.unknown')}
      record={({ lot }) => lot}
    >
      {(lot) => <LotView lot={lot} />}
    </RecordPage>
  );
}

function LotView({ lot }: { readonly lot: Shown }) {
  const t = useWords();
  const format = useFormat();
  const label = useLabel();
  const deviceColumns = useDeviceColumns();
  const receives = allowed(useIdentity(), 'HandleDevices');
  const donor = lot.donation?.donor;
  const progress = t('lot.progress', {
    received: format.number(lot.received ?? 0),
    expected: format.number(lot.expected),
  });
  const weight = t('lot.kilograms', { weight: format.number(lot.weightGrams / 1_000, 1) });
  return (
    <Stack gap={24}>
      <PageHead title={<code>{lot.code}</code>} context={[lot.label, progress, weight].join(' · ')} />
      {donor?.name ? <PageLink href={`/donors/${donor.id}`}>{donor.name}</PageLink> : null}
      {receives && lot.donation?.branch ? <ReceiveInto lotId={lot.id} branch={lot.donation.branch.code} /> : null}
      <Sheet title={t('lot.devices')}>
        <DataTable
          caption={t('lot.devices')}
          rows={lot.devices ?? []}
          rowKey={(device) => device.id}
          empty={<Empty reason="nothing-yet">{t('lot.none')}</Empty>}
          columns={[
            ...deviceColumns,
            {
              id: 'state',
              label: t('devices.state'),
              phone: 'main',
              cell: (device) => label('EquipmentState', device.state),
            },
          ]}
        />
      </Sheet>
    </Stack>
  );
}

function ReceiveInto({ lotId, branch }: { readonly lotId: string; readonly branch: string }) {
  const t = useWords();
  const types = useChoices('EquipmentType');
  const entry = useEntry({ type: 'COMPUTER', tag: '' });
  const receive = useCommand(RECEIVE, { touches: [keyOf(LOT), ['read', 'Devices']] });
  const [tag, setTag] = useState<string | null>(null);
  const save = async () => {
    const scanned = entry.values.tag.trim();
    // A tag says what kind of device it is on.
    const input = {
      branch,
      lotId,
      ...(scanned === '' ? { type: entry.values.type as 'COMPUTER' } : { tag: scanned }),
    };
    const answer = await receive.send({ input }, entry.idempotencyKey);
    if (!answer?.receiveDevice) return;
    setTag(answer.receiveDevice.tag);
    entry.renew({ ...entry.values, tag: '' });
  };
  return (
    <Sheet title={t('lot.receive')}>
      <Stack gap={16}>
        {tag ? <Notice tone="good">{t('lot.received', { tag })}</Notice> : null}
        <EntryForm
          label={t('lot.receive')}
          refusals={receive.refusals}
          sending={receive.sending}
          onSend={() => void save()}
        >
          <FieldRow>
            <TextField
              path="tag"
              label={t('devices.tag')}
              description={t('lot.receiveHelp')}
              value={entry.values.tag}
              onChange={(value) => entry.set('tag', value)}
            />
            <ChoiceField
              path="type"
              label={t('devices.type')}
              data={types}
              value={entry.values.type}
              onChange={(type) => entry.set('type', type)}
            />
          </FieldRow>
          <SaveButton as="beside">{t('devices.receive')}</SaveButton>
        </EntryForm>
      </Stack>
    </Sheet>
  );
}
