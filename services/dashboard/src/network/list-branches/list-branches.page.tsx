import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { Block } from '../../app/block.js';
import { allowed } from '../../app/claims.js';
import { useLive } from '../../app/live/live.js';
import { PageLink } from '../../app/page-link.js';
import { graphql } from '../../app/query.js';
import { useIdentity } from '../../app/session.js';
import { usePages } from '../../app/use-pages.js';
import { useRead } from '../../app/use-read.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useEnvironment } from '../../ui/environment.js';
import { useFormat } from '../../ui/format.js';
import { Chip, PageHead, Sheet, Stack } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';
import { useToday } from '../../ui/use-today.js';
import { BRANCHES, type MonthFigure } from '../branch-list-query.js';
import { ExportBranches } from '../export-branches/export-branches.js';

const THIS_MONTH = graphql(`
  query BranchesThisMonth($input: FiguresInput!) {
    figures(input: $input) {
      acts: byBranch(of: SUPPORT_ACTS) { branch { code } value }
      sessions: byBranch(of: SESSIONS_HELD) { branch { code } value }
      devices: byBranch(of: DEVICES_SOLD) { branch { code } value }
    }
  }
`);

const OPEN: string = '/branches/new';

/** Every branch of the network with its month so far; the door to each one's page. */
export function Page() {
  const t = useWords();
  const format = useFormat();
  const navigate = useNavigate();
  const identity = useIdentity();
  const { now } = useEnvironment();
  const today = useToday();
  const read = usePages(BRANCHES, {}, ({ branches }) => branches);
  const seesFigures = allowed(identity, 'ReadNetworkFigures');
  const month = useRead(
    THIS_MONTH,
    { input: { from: `${today.slice(0, 7)}-01`, to: today } },
    { enabled: seesFigures },
  );
  useLive([month.key], ['*']);
  const opens = allowed(identity, 'OpenBranch');
  // A branch without any is left out of the answer: it counted none. Without an answer nothing is known.
  const counted = (id: MonthFigure, code: string) => {
    const rows = month.data?.figures?.[id];
    return rows ? (rows.find((row) => row.branch?.code === code)?.value ?? 0) : undefined;
  };
  const period = t('branch.monthSoFar', { month: format.month(now()) });
  const column = (id: MonthFigure, label: string) => ({
    id,
    label,
    number: true,
    cell: ({ code }: { readonly code: string }) => format.amount(counted(id, code) ?? 'NOT_AVAILABLE'),
  });
  return (
    <Stack gap={24}>
      <PageHead
        title={t('page.branches')}
        context={seesFigures ? period : undefined}
        aside={<ExportBranches figure={seesFigures ? counted : undefined} period={period} />}
        action={opens ? <Button onClick={() => void navigate({ to: OPEN })}>{t('branch.open')}</Button> : undefined}
      />
      <Sheet>
        <Block read={read} at="branches" doing={t('branch.doing')}>
          {() => (
            <DataTable
              caption={t('page.branches')}
              rows={read.items}
              onMore={read.more}
              loadingMore={read.loadingMore}
              rowKey={(branch) => branch.code}
              empty={<Empty reason="nothing-yet">{t(opens ? 'branch.first' : 'branch.none')}</Empty>}
              columns={[
                {
                  id: 'city',
                  label: t('branch.city'),
                  phone: 'title',
                  cell: (branch) => <PageLink href={`/branches/${branch.code}`}>{branch.city}</PageLink>,
                },
                { id: 'code', label: t('branch.code'), phone: 'hidden', cell: (branch) => <code>{branch.code}</code> },
                {
                  id: 'state',
                  label: t('branch.state'),
                  phone: 'main',
                  cell: (branch) => (
                    <Chip tone={branch.state === 'OPEN' ? 'good' : 'plain'}>
                      {t(`branch.state.${branch.state ?? 'OPEN'}`)}
                    </Chip>
                  ),
                },
                {
                  id: 'opened',
                  label: t('branch.openedOn'),
                  phone: 'hidden',
                  cell: (branch) => format.day(`${branch.openedOn}T12:00:00Z`, 'short'),
                },
                ...(seesFigures
                  ? [
                      column('acts', t('figures.acts')),
                      column('sessions', t('figures.sessions')),
                      column('devices', t('figures.devices')),
                    ]
                  : []),
                ...(opens
                  ? [
                      {
                        id: 'change',
                        label: t('branch.change'),
                        phone: 'act' as const,
                        cell: (branch: { readonly code: string; readonly city: string | null }) => (
                          <PageLink
                            href={`/branches/${branch.code}/change`}
                            aria-label={t('branch.changeOf', { city: branch.city ?? branch.code })}
                          >
                            {t('branch.change')}
                          </PageLink>
                        ),
                      },
                    ]
                  : []),
              ]}
            />
          )}
        </Block>
      </Sheet>
    </Stack>
  );
}
