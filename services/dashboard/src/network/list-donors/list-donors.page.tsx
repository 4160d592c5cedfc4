import { Button, TextInput } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { Block } from '../../app/block.js';
import { allowed } from '../../app/claims.js';
import { PageLink } from '../../app/page-link.js';
import { graphql } from '../../app/query.js';
import { useScope } from '../../app/scope.js';
import { useIdentity } from '../../app/session.js';
import { usePages } from '../../app/use-pages.js';
import { DonationLanguage } from '../../i18n/donation-language.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useFormat } from '../../ui/format.js';
import { PageHead, Sheet, Stack } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';

const DONORS = graphql(`
  query Donors($branch: String, $text: String, $after: String) {
    donors(branch: $branch, text: $text, first: 50, after: $after) {
      endCursor
      items {
        id
        name
        kind
        impact {
          received
          distributed
        }
      }
    }
  }
`);
const RegisterDonor = lazy(async () => ({
  default: (await import('../register-donor/register-donor.js')).RegisterDonor,
}));

/** Who gives devices, and how many of them found somebody. A name is never in the address. */
export function Page() {
  return (
    <DonationLanguage>
      <Donors />
    </DonationLanguage>
  );
}

function Donors() {
  const t = useWords();
  const format = useFormat();
  const label = useLabel();
  const { one } = useScope();
  const [text, setText] = useState('');
  const [adding, setAdding] = useState(false);
  const searched = text.trim().length >= 2 ? text : null;
  const read = usePages(DONORS, { branch: one ?? null, text: searched }, ({ donors }) => donors);
  const edits = allowed(useIdentity(), 'EditDonors');
  const add = one && edits ? <Button onClick={() => setAdding(true)}>{t('donor.register')}</Button> : undefined;
  return (
    <Stack gap={24}>
      <PageHead title={t('page.donors')} action={add} />
      <TextInput
        type="search"
        label={t('donor.search')}
        value={text}
        autoComplete="off"
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Sheet>
        <Block read={read} at="donors" doing={t('donor.doing')}>
          {() => (
            <DataTable
              caption={t('page.donors')}
              rows={read.items}
              onMore={read.more}
              loadingMore={read.loadingMore}
              rowKey={(donor) => donor.id}
              empty={
                <Empty reason={searched ? 'no-match' : 'nothing-yet'}>
                  {t(searched ? 'donor.noMatch' : 'donor.none')}
                </Empty>
              }
              columns={[
                {
                  id: 'name',
                  label: t('donor.name'),
                  phone: 'title',
                  cell: (donor) => <PageLink href={`/donors/${donor.id}`}>{donor.name}</PageLink>,
                },
                { id: 'kind', label: t('donor.kind'), cell: (donor) => label('DonorKind', donor.kind) },
                {
                  id: 'received',
                  label: t('impact.received'),
                  number: true,
                  cell: (donor) => format.number(donor.impact?.received ?? 0),
                },
                {
                  id: 'distributed',
                  label: t('impact.distributed'),
                  number: true,
                  phone: 'main',
                  cell: (donor) => format.number(donor.impact?.distributed ?? 0),
                },
              ]}
            />
          )}
        </Block>
      </Sheet>
      <Suspense fallback={null}>
        {adding && one ? <RegisterDonor branch={one} onClose={() => setAdding(false)} /> : null}
      </Suspense>
    </Stack>
  );
}
