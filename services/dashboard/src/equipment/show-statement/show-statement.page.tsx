import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { Block } from '../../app/block.js';
import { useLive } from '../../app/live/live.js';
import { graphql, type ResultOf } from '../../app/query.js';
import { useScope } from '../../app/scope.js';
import { keyOf, useRead } from '../../app/use-read.js';
import { ConnectivityLanguage } from '../../i18n/connectivity-language.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { useEnvironment } from '../../ui/environment.js';
import { useFormat } from '../../ui/format.js';
import { PageHead, Row, Sheet, Stack } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';
import { ExportConnectivity } from '../export-connectivity/export-connectivity.js';
import { byOperator } from './by-operator.js';

const STATEMENT = graphql(`
  query ConnectivityStatement($branch: String, $month: LocalDate!) {
    connectivityStatement(branch: $branch, month: $month) {
      rows {
        articleId
        operator
        kind
        label
        valueCents
        opening
        received
        out
        back
        counted
        closing
        sold
        soldCents
        activated
      }
    }
  }
`);
type StatementRow = NonNullable<ResultOf<typeof STATEMENT>['connectivityStatement']>['rows'][number];

/** SIM cards and top-ups of a month, operator by operator: what moved, what was sold, what was activated. */
export function Page() {
  return (
    <ConnectivityLanguage>
      <Statement />
    </ConnectivityLanguage>
  );
}

function Statement() {
  const t = useWords();
  const format = useFormat();
  const { one } = useScope();
  const { now } = useEnvironment();
  const current = format.localDate(now()).slice(0, 7);
  const [month, setMonth] = useState(current);
  const variables = { branch: one ?? null, month: `${month}-01` };
  const read = useRead(STATEMENT, variables);
  useLive([keyOf(STATEMENT)], one ? [one] : ['*']);
  const columns = useColumns();
  return (
    <Stack gap={24}>
      <PageHead title={t('page.connectivity')} action={<ExportConnectivity {...variables} />} />
      <Row>
        <TextInput
          type="month"
          label={t('connectivity.month')}
          value={month}
          max={current}
          // A month that is being typed is none yet: the last whole one stays.
          onChange={(event) => setMonth(event.currentTarget.value || month)}
        />
      </Row>
      <Block read={read} at="connectivityStatement" doing={t('connectivity.doing')}>
        {({ connectivityStatement }) =>
          !connectivityStatement?.rows.length ? (
            <Sheet>
              <Empty reason="nothing-yet">{t('connectivity.none')}</Empty>
            </Sheet>
          ) : (
            byOperator(connectivityStatement.rows).map(({ operator, rows, sims, topUps, cents, activated }) => {
              const name = operator ?? t('connectivity.unnamed');
              return (
                <Sheet key={name} title={name}>
                  <Stack gap={12}>
                    <p>
                      {t('connectivity.total', {
                        operator: name,
                        sims,
                        topUps,
                        amount: format.money(cents),
                        activated,
                      })}
                    </p>
                    <DataTable caption={name} rows={rows} rowKey={(row) => row.articleId} columns={columns} />
                  </Stack>
                </Sheet>
              );
            })
          )
        }
      </Block>
    </Stack>
  );
}

const MOVED = ['opening', 'received', 'out', 'back', 'counted', 'closing'] as const;

function useColumns(): readonly Column<StatementRow>[] {
  const t = useWords();
  const format = useFormat();
  const label = useLabel();
  return [
    {
      id: 'article',
      label: t('connectivity.article'),
      phone: 'title',
      cell: (row) => `${row.label} · ${label('ArticleKind', row.kind)}`,
    },
    {
      id: 'value',
      label: t('connectivity.value'),
      number: true,
      cell: (row) => (row.valueCents === null ? '–' : format.money(row.valueCents)),
    },
    ...MOVED.map((id) => ({
      id,
      label: t(`connectivity.${id}`),
      number: true,
      cell: (row: StatementRow) => format.number(row[id]),
    })),
    { id: 'sold', label: t('connectivity.sold'), number: true, phone: 'main', cell: (row) => format.number(row.sold) },
    { id: 'money', label: t('connectivity.money'), number: true, cell: (row) => format.money(row.soldCents) },
    {
      id: 'activated',
      label: t('connectivity.activated'),
      number: true,
      cell: (row) => (row.kind === 'SIM_CARD' ? format.number(row.activated) : '–'),
    },
  ];
}
