import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { Block } from '../../app/block.js';
import { PageLink } from '../../app/page-link.js';
import { graphql, type ResultOf } from '../../app/query.js';
import { usePages } from '../../app/use-pages.js';
import { fullName, PersonName } from '../../app/veil.js';
import { RightsLanguage } from '../../i18n/rights-language.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useFormat } from '../../ui/format.js';
import { PageHead, Stack } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';

const SOON = graphql(`
  query SoonArchived($after: String) {
    soonArchived(first: 50, after: $after) {
      endCursor
      items {
        id
        givenName
        familyName
        enrolledOn
        lastContactOn
      }
    }
  }
`);
// A dialog that few visits open.
const StillInContact = lazy(async () => ({ default: (await import('./still-in-contact.js')).StillInContact }));

type Person = NonNullable<ResultOf<typeof SOON>['soonArchived']>['items'][number];

/** Whose record is about to be set aside, and the word that keeps it. */
export function Page() {
  return (
    <RightsLanguage>
      <Soon />
    </RightsLanguage>
  );
}

function Soon() {
  const t = useWords();
  const format = useFormat();
  const read = usePages(SOON, { after: null }, ({ soonArchived }) => soonArchived);
  const [seen, setSeen] = useState<Person | null>(null);
  return (
    <Stack gap={24}>
      <PageHead title={t('page.soonArchived')} context={t('rights.soonWhat')} />
      <Block read={read} at="soonArchived" doing={t('rights.doing')} lines={6}>
        {() => (
          <DataTable
            caption={t('page.soonArchived')}
            rows={read.items}
            rowKey={(person) => person.id}
            onMore={read.more}
            loadingMore={read.loadingMore}
            empty={<Empty reason="nothing-yet">{t('rights.soonNone')}</Empty>}
            columns={[
              {
                id: 'name',
                label: t('rights.person'),
                phone: 'title',
                cell: (person) => (
                  <PageLink href={`/people/${person.id}`}>
                    <PersonName name={fullName(person) || '–'} />
                  </PageLink>
                ),
              },
              {
                id: 'seen',
                label: t('rights.lastSeen'),
                cell: (person) => format.day(person.lastContactOn ?? person.enrolledOn),
              },
              {
                id: 'still',
                label: t('rights.still'),
                phone: 'main',
                cell: (person) => (
                  <Button variant="default" onClick={() => setSeen(person)}>
                    {t('rights.still')}
                  </Button>
                ),
              },
            ]}
          />
        )}
      </Block>
      <Suspense fallback={null}>
        {seen ? <StillInContact beneficiaryId={seen.id} onClose={() => setSeen(null)} /> : null}
      </Suspense>
    </Stack>
  );
}
