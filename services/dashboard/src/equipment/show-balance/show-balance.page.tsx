import { Block } from '../../app/block.js';
import { useBranchName } from '../../app/branch-names.js';
import { useLive } from '../../app/live/live.js';
import { graphql, type ResultOf } from '../../app/query.js';
import { useScope } from '../../app/scope.js';
import { useRead } from '../../app/use-read.js';
import type { MessageId } from '../../i18n/fr.js';
import { TransferLanguage } from '../../i18n/transfer-language.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useFormat } from '../../ui/format.js';
import { Chip, PageHead, Sheet, Stack } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';

const BALANCE = graphql(`
  query Balance {
    equipmentBalance {
      branch
      received
      arrived
      left
      inStock
      reserved
      onLoan
      inTransit
      distributed
      wasted
      lost
      balanced
    }
  }
`);
type Row = NonNullable<ResultOf<typeof BALANCE>['equipmentBalance']>[number];
const COLUMNS = [
  ['received', 'balance.received'],
  ['arrived', 'balance.arrived'],
  ['left', 'balance.left'],
  ['inStock', 'balance.inStock'],
  ['reserved', 'balance.reserved'],
  ['onLoan', 'balance.onLoan'],
  ['inTransit', 'balance.inTransit'],
  ['distributed', 'balance.distributed'],
  ['wasted', 'balance.wasted'],
  ['lost', 'balance.lost'],
] as const satisfies readonly (readonly [keyof Row, MessageId])[];

/** Where all devices went, branch by branch: the account that has to come out right, live. */
export function Page() {
  return (
    <TransferLanguage>
      <Balance />
    </TransferLanguage>
  );
}

function Balance() {
  const t = useWords();
  const format = useFormat();
  const names = useBranchName();
  const { branches, all } = useScope();
  const read = useRead(BALANCE, {});
  useLive([read.key], ['*']);
  const table = (found: readonly Row[]) => {
    const rows = all ? found : found.filter(({ branch }) => branches.includes(branch));
    const total = (column: (typeof COLUMNS)[number][0]) => rows.reduce((sum, row) => sum + row[column], 0);
    return (
      <DataTable
        caption={t('page.balance')}
        rows={rows}
        rowKey={(row) => row.branch}
        empty={<Empty reason="nothing-yet">{t('balance.none')}</Empty>}
        columns={[
          { id: 'branch', label: t('balance.branch'), phone: 'title', cell: (row) => names.of(row.branch) },
          ...COLUMNS.map(([column, word]) => ({
            id: column,
            label: t(word),
            number: true,
            cell: (row: Row) => format.number(row[column]),
          })),
          {
            id: 'balanced',
            label: t('balance.holds'),
            phone: 'main' as const,
            cell: (row) => (
              <Chip tone={row.balanced ? 'good' : 'wrong'}>{t(row.balanced ? 'balance.right' : 'balance.wrong')}</Chip>
            ),
          },
        ]}
        footer={
          rows.length > 1 ? (
            <tr>
              <th scope="row">{t('balance.network')}</th>
              {COLUMNS.map(([column]) => (
                <td key={column} data-number>
                  {format.number(total(column))}
                </td>
              ))}
              <td />
            </tr>
          ) : undefined
        }
      />
    );
  };
  return (
    <Stack gap={24}>
      <PageHead title={t('page.balance')} context={t('balance.what')} />
      <Sheet>
        <Block read={read} at="equipmentBalance" doing={t('balance.doing')}>
          {({ equipmentBalance }) => table(equipmentBalance ?? [])}
        </Block>
      </Sheet>
    </Stack>
  );
}
