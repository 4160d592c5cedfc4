import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Block } from '../../app/block.js';
import { useBranchName } from '../../app/branch-names.js';
import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useRead } from '../../app/use-read.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useEnvironment } from '../../ui/environment.js';
import { RefusalSummary } from '../../ui/form.js';
import { useFormat } from '../../ui/format.js';
import { Sheet, Stack } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';
import { useToday } from '../../ui/use-today.js';

const CLOSINGS = graphql(`
  query MonthClosings($month: LocalDate!) {
    monthClosings(month: $month) {
      id
      closedAt
      branch {
        code
      }
    }
  }
`);
const CLOSE = graphql(`
  mutation CloseMonth($input: CloseMonthInput!) {
    closeMonth(input: $input) {
      id
      closedAt
    }
  }
`);

/** Which branches have closed a month, and closing it for those that have not. */
export function CloseMonths() {
  const t = useWords();
  const format = useFormat();
  const names = useBranchName();
  const { newId } = useEnvironment();
  const today = useToday();
  const [month, setMonth] = useState(() => monthBefore(today));
  const read = useRead(CLOSINGS, { month: `${month}-01` });
  const close = useCommand(CLOSE, { touches: [read.key, ['read', 'Corrections']] });
  const closings = new Map(read.data?.monthClosings?.map((closing) => [closing.branch?.code, closing.closedAt]));
  return (
    <Sheet title={t('closing.title')}>
      <Stack>
        <p className="soft">{t('closing.explain')}</p>
        <TextInput
          type="month"
          label={t('closing.month')}
          value={month}
          max={monthBefore(today)}
          onChange={(event) => {
            close.forget();
            if (event.currentTarget.value) setMonth(event.currentTarget.value);
          }}
        />
        <RefusalSummary refusals={close.refusals} />
        <Block read={read} at="monthClosings" doing={t('closing.doing')}>
          {() => (
            <DataTable
              caption={t('closing.title')}
              rows={names.all}
              rowKey={(code) => code}
              empty={<Empty reason="nothing-yet">{t('branch.none')}</Empty>}
              columns={[
                { id: 'branch', label: t('evidence.branch'), phone: 'title', cell: (code) => names.of(code) },
                {
                  id: 'state',
                  label: t('closing.state'),
                  phone: 'main',
                  cell: (code) => {
                    const closedAt = closings.get(code);
                    return closedAt ? (
                      t('closing.closed', { at: format.moment(closedAt) })
                    ) : (
                      <Button
                        variant="default"
                        disabled={close.sending}
                        onClick={() => void close.send({ input: { branch: code, month: `${month}-01` } }, newId())}
                      >
                        {t('closing.close', { city: names.of(code) })}
                      </Button>
                    );
                  },
                },
              ]}
            />
          )}
        </Block>
      </Stack>
    </Sheet>
  );
}

/** The month before a day's own, `2026-03`. */
function monthBefore(today: string): string {
  const [year = 2000, month = 1] = today.split('-').map(Number);
  return new Date(Date.UTC(year, month - 2, 1)).toISOString().slice(0, 7);
}
