import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { Block } from '../../app/block.js';
import { allowed } from '../../app/claims.js';
import { graphql } from '../../app/query.js';
import { useScope } from '../../app/scope.js';
import { useIdentity } from '../../app/session.js';
import { usePages } from '../../app/use-pages.js';
import { DonationLanguage } from '../../i18n/donation-language.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useFormat } from '../../ui/format.js';
import { PageHead, Sheet, Stack } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';

const WASTE = graphql(`
  query WasteRemovals($branch: String, $after: String) {
    wasteRemovals(branch: $branch, first: 50, after: $after) {
      endCursor
      items {
        id
        removedOn
        collector
        slip
        weightGrams
        devices
      }
    }
  }
`);
const RemoveWaste = lazy(async () => ({ default: (await import('../remove-waste/remove-waste.js')).RemoveWaste }));

/** Electronic waste that left the branch, by slip and weight. */
export function Page() {
  return (
    <DonationLanguage>
      <Waste />
    </DonationLanguage>
  );
}

function Waste() {
  const t = useWords();
  const format = useFormat();
  const { one } = useScope();
  const [noting, setNoting] = useState(false);
  const read = usePages(WASTE, { branch: one ?? null }, ({ wasteRemovals }) => wasteRemovals);
  const note = allowed(useIdentity(), 'HandleDevices') ? (
    <Button onClick={() => setNoting(true)}>{t('waste.note')}</Button>
  ) : undefined;
  return (
    <Stack gap={24}>
      <PageHead title={t('page.waste')} action={note} />
      <Sheet>
        <Block read={read} at="wasteRemovals" doing={t('waste.doing')}>
          {() => (
            <DataTable
              caption={t('page.waste')}
              rows={read.items}
              onMore={read.more}
              loadingMore={read.loadingMore}
              rowKey={(removal) => removal.id}
              empty={<Empty reason="nothing-yet">{t('waste.none')}</Empty>}
              columns={[
                { id: 'slip', label: t('waste.slip'), phone: 'title', cell: (removal) => removal.slip },
                {
                  id: 'day',
                  label: t('waste.day'),
                  cell: (removal) => format.day(`${removal.removedOn}T12:00:00Z`, 'short'),
                },
                { id: 'collector', label: t('waste.collector'), cell: (removal) => removal.collector },
                {
                  id: 'devices',
                  label: t('waste.devices'),
                  number: true,
                  cell: (removal) => format.number(removal.devices),
                },
                {
                  id: 'weight',
                  label: t('waste.weight'),
                  number: true,
                  phone: 'main',
                  cell: (removal) => format.number(removal.weightGrams / 1_000, 1),
                },
              ]}
            />
          )}
        </Block>
      </Sheet>
      <Suspense fallback={null}>
        {noting && one ? <RemoveWaste branch={one} onClose={() => setNoting(false)} /> : null}
      </Suspense>
    </Stack>
  );
}
