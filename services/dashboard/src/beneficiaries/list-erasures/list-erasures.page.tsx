import { Block } from '../../app/block.js';
import { useBranchName } from '../../app/branch-names.js';
import { graphql } from '../../app/query.js';
import { useServiceName } from '../../app/service-name.js';
import { usePages } from '../../app/use-pages.js';
import { RightsLanguage } from '../../i18n/rights-language.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useFormat } from '../../ui/format.js';
import { PageHead, Stack } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';

const ERASURES = graphql(`
  query Erasures($after: String) {
    erasures(first: 50, after: $after) {
      endCursor
      items {
        beneficiaryId
        erasedAt
        ground
        state
        missing
        branch {
          code
        }
        receipts {
          service
          at
        }
      }
    }
  }
`);

/** Who was erased, by numbers that lead to nobody, and which services have said that they let go. */
export function Page() {
  return (
    <RightsLanguage>
      <Erasures />
    </RightsLanguage>
  );
}

function Erasures() {
  const t = useWords();
  const format = useFormat();
  const names = useBranchName();
  const serviceName = useServiceName();
  const read = usePages(ERASURES, { after: null }, ({ erasures }) => erasures);
  return (
    <Stack gap={24}>
      <PageHead title={t('page.erasures')} context={t('rights.certified')} />
      <Block read={read} at="erasures" doing={t('rights.doing')} lines={6}>
        {() => (
          <DataTable
            caption={t('page.erasures')}
            rows={read.items}
            rowKey={(row) => row.beneficiaryId}
            onMore={read.more}
            loadingMore={read.loadingMore}
            empty={<Empty reason="nothing-yet">{t('rights.erasuresNone')}</Empty>}
            columns={[
              {
                id: 'number',
                label: t('rights.certificateNumber'),
                phone: 'detail',
                cell: (row) => <code>{row.beneficiaryId}</code>,
              },
              { id: 'at', label: t('rights.erasedAt'), phone: 'title', cell: (row) => format.moment(row.erasedAt) },
              { id: 'branch', label: t('rights.certificateBranch'), cell: (row) => names.of(row.branch?.code ?? '') },
              { id: 'ground', label: t('rights.ground'), cell: (row) => t(`rights.ground.${row.ground}`) },
              {
                id: 'state',
                label: t('rights.state'),
                phone: 'main',
                cell: (row) =>
                  t(`rights.state.${row.state}`, { services: row.missing.map((one) => serviceName(one)).join(', ') }),
              },
              {
                id: 'receipts',
                label: t('rights.receipts'),
                phone: 'detail',
                cell: (row) =>
                  row.receipts
                    .map(({ service, at }) =>
                      t('rights.receipt', { service: serviceName(service), at: format.moment(at) }),
                    )
                    .join(' · ') || '–',
              },
            ]}
          />
        )}
      </Block>
    </Stack>
  );
}
