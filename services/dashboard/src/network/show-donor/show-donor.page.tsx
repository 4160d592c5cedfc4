import { Button } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { allowed } from '../../app/claims.js';
import { useLive } from '../../app/live/live.js';
import { PageLink } from '../../app/page-link.js';
import { graphql, type ResultOf } from '../../app/query.js';
import { RecordPage } from '../../app/record-page.js';
import { useIdentity } from '../../app/session.js';
import { keyOf, useRead } from '../../app/use-read.js';
import { DonationLanguage } from '../../i18n/donation-language.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useFormat } from '../../ui/format.js';
import { PageHead, Row, Sheet, Stack } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';
import { Tile } from '../../ui/tile.js';
import { ForgetDonor } from '../forget-donor/forget-donor.js';

const DONOR = graphql(`
  query Donor($id: UUID!) {
    donor(id: $id) {
      id
      name
      kind
      forgotten
      branch {
        code
        city
      }
      impact {
        expected
        weightGrams
        received
        inPreparation
        ready
        onLoan
        distributed
        wasted
      }
      donations(first: 100) {
        items {
          id
          receivedOn
          lots {
            id
            code
            label
            expected
            weightGrams
            received
          }
        }
      }
    }
  }
`);
type Shown = NonNullable<ResultOf<typeof DONOR>['donor']>;
type Gifts = NonNullable<Shown['donations']>['items'];
const ReceiveDonation = lazy(async () => ({
  default: (await import('../../equipment/receive-donation/receive-donation.js')).ReceiveDonation,
}));

/** A donor: what they gave and what became of it, moving as devices find somebody. */
export function Page() {
  return (
    <DonationLanguage>
      <Donor />
    </DonationLanguage>
  );
}

function Donor() {
  const t = useWords();
  const { id = '' } = useParams({ strict: false });
  const read = useRead(DONOR, { id });
  useLive([read.key], ['*']);
  return (
    <RecordPage
      read={read}
      at="donor"
      title={t('page.donor')}
      doing={t('donor.doing')}
      unknown={t('donor.unknown')}
      record={({ donor }) => donor}
    >
      {(donor) => <DonorView donor={donor} />}
    </RecordPage>
  );
}

function DonorView({ donor }: { readonly donor: Shown }) {
  const t = useWords();
  const label = useLabel();
  const identity = useIdentity();
  const [receiving, setReceiving] = useState(false);
  const branch = donor.branch?.code;
  const receives = !donor.forgotten && branch && allowed(identity, 'HandleDevices');
  const forgets = !donor.forgotten && allowed(identity, 'EditDonors');
  return (
    <Stack gap={24}>
      <PageHead
        title={donor.forgotten ? t('donor.forgotten') : donor.name}
        context={[label('DonorKind', donor.kind), donor.branch?.city].filter(Boolean).join(' · ')}
        aside={forgets ? <ForgetDonor id={donor.id} touches={[keyOf(DONOR), ['read', 'Donors']]} /> : null}
        action={receives ? <Button onClick={() => setReceiving(true)}>{t('donation.receive')}</Button> : undefined}
      />
      <Sheet title={t('donor.impact')}>
        <Impact impact={donor.impact} />
      </Sheet>
      <Sheet title={t('donation.list')}>
        <Lots donations={donor.donations?.items ?? []} />
      </Sheet>
      <Suspense fallback={null}>
        {receiving && branch ? (
          <ReceiveDonation
            branch={branch}
            donorId={donor.id}
            touches={[keyOf(DONOR)]}
            onClose={() => setReceiving(false)}
          />
        ) : null}
      </Suspense>
    </Stack>
  );
}

function Impact({ impact }: { readonly impact: Shown['impact'] }) {
  const t = useWords();
  if (!impact) return <Empty reason="nothing-yet">{t('donor.impactNone')}</Empty>;
  return (
    <Row gap={16}>
      <Tile label={t('impact.received')} value={impact.received} definition={t('impact.receivedWhat')} />
      <Tile label={t('impact.distributed')} value={impact.distributed} definition={t('impact.distributedWhat')} />
      <Tile label={t('impact.ready')} value={impact.ready + impact.onLoan} definition={t('impact.readyWhat')} />
      <Tile label={t('impact.preparing')} value={impact.inPreparation} definition={t('impact.preparingWhat')} />
      <Tile label={t('impact.wasted')} value={impact.wasted} definition={t('impact.wastedWhat')} />
      <Tile
        label={t('impact.weight')}
        value={Math.round(impact.weightGrams / 1_000)}
        definition={t('impact.weightWhat')}
      />
    </Row>
  );
}

function Lots({ donations }: { readonly donations: Gifts }) {
  const t = useWords();
  const format = useFormat();
  const rows = donations.flatMap(({ receivedOn, lots }) => (lots ?? []).map((lot) => ({ ...lot, receivedOn })));
  return (
    <DataTable
      caption={t('donation.lots')}
      rows={rows}
      rowKey={(lot) => lot.id}
      empty={<Empty reason="nothing-yet">{t('donation.none')}</Empty>}
      columns={[
        {
          id: 'code',
          label: t('page.lot'),
          phone: 'title',
          cell: (lot) => (
            <PageLink href={`/lots/${lot.id}`}>
              <code>{lot.code}</code>
            </PageLink>
          ),
        },
        { id: 'label', label: t('donation.label'), cell: (lot) => lot.label },
        {
          id: 'day',
          label: t('donation.day'),
          cell: (lot) => format.day(`${lot.receivedOn}T12:00:00Z`, 'short'),
        },
        {
          id: 'weight',
          label: t('donation.weight'),
          number: true,
          cell: (lot) => format.number(lot.weightGrams / 1_000, 1),
        },
        {
          id: 'received',
          label: t('impact.received'),
          number: true,
          phone: 'main',
          cell: (lot) => `${format.number(lot.received ?? 0)} / ${format.number(lot.expected)}`,
        },
      ]}
    />
  );
}
