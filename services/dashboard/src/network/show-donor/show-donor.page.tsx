import { Button } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { Block } from '../../app/block.js';
import { allowed } from '../../app/claims.js';
import { useLive } from '../../app/live/live.js';
import { graphql, type ResultOf } from '../../app/query.js';
import { RecordPage } from '../../app/record-page.js';
import { useIdentity } from '../../app/session.js';
import { keyOf, type Read, useRead } from '../../app/use-read.js';
import { Donations } from '../../equipment/list-donations/list-donations.js';
import { DonationLanguage } from '../../i18n/donation-language.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { PageHead, Sheet, Stack } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';
import { Tile, Tiles } from '../../ui/tile.js';
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
    }
  }
`);
type Shown = NonNullable<ResultOf<typeof DONOR>['donor']>;
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
      {(donor) => <DonorView donor={donor} read={read} />}
    </RecordPage>
  );
}

function DonorView({ donor, read }: { readonly donor: Shown; readonly read: Read<ResultOf<typeof DONOR>> }) {
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
        <Block read={read} at="donor.impact" doing={t('donor.doing')}>
          {() => <Impact impact={donor.impact} />}
        </Block>
      </Sheet>
      <Sheet title={t('donation.list')}>
        <Donations donorId={donor.id} />
      </Sheet>
      <Suspense fallback={null}>
        {receiving && branch ? (
          <ReceiveDonation
            branch={branch}
            donorId={donor.id}
            touches={[keyOf(DONOR), ['read', 'Donations']]}
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
    <Tiles label={t('donor.impact')}>
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
    </Tiles>
  );
}
