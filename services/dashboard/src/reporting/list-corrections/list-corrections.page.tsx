import { Button, TextInput } from '@mantine/core';
import { Block } from '../../app/block.js';
import { useBranchName } from '../../app/branch-names.js';
import { allowed } from '../../app/claims.js';
import { useLive } from '../../app/live/live.js';
import { graphql } from '../../app/query.js';
import { useScope } from '../../app/scope.js';
import { useIdentity } from '../../app/session.js';
import { usePages } from '../../app/use-pages.js';
import { useRead } from '../../app/use-read.js';
import { useSearch } from '../../app/use-search.js';
import { EvidenceLanguage } from '../../i18n/evidence-language.js';
import { useLanguage } from '../../i18n/language.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useFormat } from '../../ui/format.js';
import { PageHead, Row, Sheet, Stack } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';
import { DEFINITIONS } from '../figures/figures-query.js';
import { eventName } from '../list-figure-events/event-name.js';
import { SubjectLink } from '../list-figure-events/subject-link.js';
import { CloseMonths } from './close-months.js';
import { type Note, reasonOf } from './reason-of.js';

const CORRECTIONS = graphql(`
  query Corrections(
    $branch: String
    $month: LocalDate
    $after: String
    $acts: Boolean!
    $sessions: Boolean!
    $sales: Boolean!
    $stock: Boolean!
  ) {
    corrections(branch: $branch, month: $month, first: 20, after: $after) {
      endCursor
      items {
        id
        eventType
        month
        recordedAt
        branch {
          code
        }
        moves {
          code
          minus
          plus
        }
        subject {
          kind
          id
          supportAct @include(if: $acts) {
            corrections { at reason author }
          }
          session @include(if: $sessions) {
            corrections { at reason author }
          }
          sale @include(if: $sales) {
            corrections { at reason author }
          }
          device @include(if: $stock) {
            tag
          }
        }
      }
    }
  }
`);

/** What was learned of closed months since: when, what moved, and for their own branch why and by whom. */
export function Page() {
  return (
    <EvidenceLanguage>
      <Corrections />
    </EvidenceLanguage>
  );
}

function Corrections() {
  const t = useWords();
  const format = useFormat();
  const names = useBranchName();
  const scope = useScope();
  const identity = useIdentity();
  const figureName = useFigureName();
  const [search, change] = useSearch();
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(search['month'] ?? '') ? search['month'] : undefined;
  const read = usePages(
    CORRECTIONS,
    {
      branch: scope.one ?? null,
      month: month ? `${month}-01` : null,
      after: null,
      acts: allowed(identity, 'RecordDropIn'),
      sessions: allowed(identity, 'ReadEnrolments'),
      sales: allowed(identity, 'ReadSales'),
      stock: allowed(identity, 'ReadStock'),
    },
    ({ corrections }) => corrections,
  );
  useLive([read.key], scope.one ? [scope.one] : ['*']);
  const amount = (code: string, value: number) =>
    code === 'TAKINGS' || code === 'MARKET_VALUE' ? format.money(value) : format.change(value, 'count');
  return (
    <Stack gap={24}>
      <PageHead title={t('page.corrections')} context={t('corrections.context')} />
      <Row gap={8} align="end">
        <TextInput
          type="month"
          label={t('corrections.month')}
          value={month ?? ''}
          onChange={(event) => change({ month: event.currentTarget.value || undefined })}
        />
        {month ? (
          <Button variant="default" onClick={() => change({ month: undefined })}>
            {t('corrections.allMonths')}
          </Button>
        ) : null}
      </Row>
      <Sheet>
        <Block read={read} at="corrections" doing={t('corrections.doing')} lines={6}>
          {() => (
            <DataTable
              caption={t('page.corrections')}
              rows={read.items}
              rowKey={(row) => row.id}
              onMore={read.more}
              loadingMore={read.loadingMore}
              empty={<Empty reason={month ? 'no-match' : 'nothing-yet'}>{t('corrections.none')}</Empty>}
              columns={[
                { id: 'recorded', label: t('evidence.recorded'), cell: (row) => format.moment(row.recordedAt) },
                { id: 'month', label: t('corrections.month'), cell: (row) => format.month(`${row.month}T12:00:00Z`) },
                { id: 'branch', label: t('evidence.branch'), cell: (row) => names.of(row.branch?.code ?? '') },
                { id: 'what', label: t('evidence.what'), phone: 'title', cell: (row) => t(eventName(row.eventType)) },
                {
                  id: 'moved',
                  label: t('corrections.moved'),
                  phone: 'detail',
                  cell: (row) => (
                    <ul className="plain">
                      {row.moves.map(({ code, minus, plus }) => (
                        <li key={code}>
                          {t('corrections.move', {
                            figure: figureName(code),
                            minus: amount(code, minus),
                            plus: amount(code, plus),
                          })}
                        </li>
                      ))}
                    </ul>
                  ),
                },
                {
                  id: 'why',
                  label: t('corrections.why'),
                  phone: 'detail',
                  cell: (row) => <Why row={row} />,
                },
                { id: 'subject', label: t('evidence.subject'), cell: (row) => <SubjectLink subject={row.subject} /> },
              ]}
            />
          )}
        </Block>
      </Sheet>
      {allowed(identity, 'CloseMonths') ? <CloseMonths /> : null}
    </Stack>
  );
}

interface Explained {
  readonly recordedAt: string;
  readonly eventType: string | null;
  readonly subject: {
    readonly id: string | null;
    readonly supportAct?: { readonly corrections: readonly Note[] } | null;
    readonly session?: { readonly corrections: readonly Note[] } | null;
    readonly sale?: { readonly corrections: readonly Note[] } | null;
  } | null;
}

/** The reason and who gave it, as their owner tells them; of an entry that only came late there is none. */
function Why({ row }: { readonly row: Explained }) {
  const t = useWords();
  const { subject } = row;
  const owner = subject?.supportAct ?? subject?.session ?? subject?.sale;
  const note = owner ? reasonOf(owner.corrections, row.recordedAt) : undefined;
  if (note) return t('corrections.known', { reason: note.reason, author: note.author });
  const entered = /-(recorded|made|received|enrolled|closed|scheduled|refused)$/.test(row.eventType ?? '');
  return <span className="soft">{t(entered ? 'corrections.late' : 'corrections.own')}</span>;
}

/** A figure's name in the reader's language. */
function useFigureName(): (code: string) => string {
  const { language } = useLanguage();
  const definitions = useRead(DEFINITIONS, {});
  return (code) => {
    const found = definitions.data?.indicators?.find((indicator) => indicator.code === code);
    return (language === 'en' ? found?.labelEn : found?.labelFr) ?? code;
  };
}
