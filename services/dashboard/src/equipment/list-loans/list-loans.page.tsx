import { Block } from '../../app/block.js';
import { useLive } from '../../app/live/live.js';
import { PageLink } from '../../app/page-link.js';
import { graphql } from '../../app/query.js';
import { useScope } from '../../app/scope.js';
import { usePages } from '../../app/use-pages.js';
import { KeepingLanguage } from '../../i18n/keeping-language.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useFormat } from '../../ui/format.js';
import { Chip, PageHead, Sheet, Stack } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';
import { useToday } from '../../ui/use-today.js';

const LOANS = graphql(`
  query Loans($branch: String, $after: String) {
    loans(branch: $branch, first: 50, after: $after) {
      endCursor
      items {
        id
        tag
        beneficiaryId
        dueOn
      }
    }
  }
`);
const RESERVATIONS = graphql(`
  query Reservations($branch: String, $after: String) {
    reservations(branch: $branch, first: 50, after: $after) {
      endCursor
      items {
        id
        tag
        beneficiaryId
        expiresAt
      }
    }
  }
`);

/** What the branch keeps for people and has lent to them, what is due first on top. */
export function Page() {
  return (
    <KeepingLanguage>
      <Keepings />
    </KeepingLanguage>
  );
}

function Keepings() {
  const t = useWords();
  const format = useFormat();
  const { one } = useScope();
  const today = useToday();
  const loans = usePages(LOANS, { branch: one ?? null }, (data) => data.loans);
  const reservations = usePages(RESERVATIONS, { branch: one ?? null }, (data) => data.reservations);
  useLive([loans.key, reservations.key], one ? [one] : ['*']);
  const device = {
    id: 'tag',
    label: t('devices.tag'),
    phone: 'title' as const,
    cell: ({ tag }: { readonly tag: string }) => (
      <PageLink href={`/devices/${tag}`}>
        <code>{tag}</code>
      </PageLink>
    ),
  };
  const person = {
    id: 'person',
    label: t('keeping.person'),
    cell: ({ beneficiaryId }: { readonly beneficiaryId: string | null }) =>
      beneficiaryId ? (
        <PageLink href={`/people/${beneficiaryId}`}>{t('keeping.seePerson')}</PageLink>
      ) : (
        t('keeping.erased')
      ),
  };
  return (
    <Stack gap={24}>
      <PageHead title={t('page.loans')} />
      <Sheet title={t('keeping.loans')}>
        <Block read={loans} at="loans" doing={t('keeping.doing')}>
          {() => (
            <DataTable
              caption={t('keeping.loans')}
              rows={loans.items}
              onMore={loans.more}
              loadingMore={loans.loadingMore}
              rowKey={(loan) => loan.id}
              empty={<Empty reason="nothing-yet">{t('keeping.noLoan')}</Empty>}
              columns={[
                device,
                person,
                {
                  id: 'due',
                  label: t('keeping.due'),
                  phone: 'main',
                  cell: ({ dueOn }) => (
                    <>
                      {format.day(`${dueOn}T12:00:00Z`, 'short')}{' '}
                      {dueOn < today ? <Chip tone="care">{t('keeping.overdue')}</Chip> : null}
                    </>
                  ),
                },
              ]}
            />
          )}
        </Block>
      </Sheet>
      <Sheet title={t('keeping.reservations')}>
        <Block read={reservations} at="reservations" doing={t('keeping.doing')}>
          {() => (
            <DataTable
              caption={t('keeping.reservations')}
              rows={reservations.items}
              onMore={reservations.more}
              loadingMore={reservations.loadingMore}
              rowKey={(reservation) => reservation.id}
              empty={<Empty reason="nothing-yet">{t('keeping.noReservation')}</Empty>}
              columns={[
                device,
                person,
                {
                  id: 'free',
                  label: t('keeping.free'),
                  phone: 'main',
                  cell: ({ expiresAt }) => format.moment(expiresAt),
                },
              ]}
            />
          )}
        </Block>
      </Sheet>
    </Stack>
  );
}
