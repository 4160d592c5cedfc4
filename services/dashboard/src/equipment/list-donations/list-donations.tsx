import { Block } from '../../app/block.js';
import { useLive } from '../../app/live/live.js';
import { PageLink } from '../../app/page-link.js';
import { graphql } from '../../app/query.js';
import { usePages } from '../../app/use-pages.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useFormat } from '../../ui/format.js';
import { Empty } from '../../ui/states.js';

const DONATIONS = graphql(`
  query Donations($donorId: UUID!, $after: String) {
    donor(id: $donorId) {
      id
      donations(first: 20, after: $after) {
        endCursor
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

/** What a donor gave, a row for each lot, newest first. */
export function Donations({ donorId }: { readonly donorId: string }) {
  const t = useWords();
  const format = useFormat();
  const read = usePages(DONATIONS, { donorId }, ({ donor }) => donor?.donations);
  useLive([read.key], ['*']);
  const rows = read.items.flatMap(({ receivedOn, lots }) => (lots ?? []).map((lot) => ({ ...lot, receivedOn })));
  return (
    <Block read={read} at="donor.donations" doing={t('donation.doing')}>
      {() => (
        <DataTable
          caption={t('donation.lots')}
          rows={rows}
          onMore={read.more}
          loadingMore={read.loadingMore}
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
      )}
    </Block>
  );
}
