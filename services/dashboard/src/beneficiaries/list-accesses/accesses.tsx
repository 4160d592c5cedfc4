import { Block } from '../../app/block.js';
import { useBranchName } from '../../app/branch-names.js';
import { graphql, type ResultOf } from '../../app/query.js';
import { type PagedRead, usePages } from '../../app/use-pages.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useFormat } from '../../ui/format.js';
import { Empty } from '../../ui/states.js';

const LINE = graphql(`
  fragment AccessLine on Access @_unmask {
    at
    subject
    role
    action
    fields
    personId
    correlationId
    branch {
      code
    }
  }
`);
const TO_PERSON = graphql(
  `
    query AccessesToPerson($personId: UUID!, $after: String) {
      accessesToPerson(personId: $personId, first: 50, after: $after) {
        endCursor
        items {
          ...AccessLine
        }
      }
    }
  `,
  [LINE],
);
const BY_MEMBER = graphql(
  `
    query AccessesByMember($subject: String!, $after: String) {
      accessesByMember(subject: $subject, first: 50, after: $after) {
        endCursor
        items {
          ...AccessLine
        }
      }
    }
  `,
  [LINE],
);

/** Who read or wrote this person's record, latest first. */
export function AccessesToPerson({ personId }: { readonly personId: string }) {
  const read = usePages(TO_PERSON, { personId, after: null }, ({ accessesToPerson }) => accessesToPerson);
  return <Lines read={read} at="accessesToPerson" />;
}

/** Whose records this member read or wrote, latest first. */
export function AccessesByMember({ subject }: { readonly subject: string }) {
  const read = usePages(BY_MEMBER, { subject, after: null }, ({ accessesByMember }) => accessesByMember);
  return <Lines read={read} at="accessesByMember" />;
}

type Line = ResultOf<typeof LINE>;

function Lines<Data>({ read, at }: { readonly read: PagedRead<Data, Line>; readonly at: string }) {
  const t = useWords();
  const format = useFormat();
  const names = useBranchName();
  const label = useLabel();
  return (
    <Block read={read} at={at} doing={t('access.doing')} lines={6}>
      {() => (
        <DataTable
          caption={t('page.accesses')}
          rows={read.items}
          rowKey={(row) => `${row.correlationId} ${row.personId ?? ''} ${row.action} ${row.at}`}
          onMore={read.more}
          loadingMore={read.loadingMore}
          empty={<Empty reason="nothing-yet">{t('access.none')}</Empty>}
          columns={[
            { id: 'at', label: t('access.at'), cell: (row) => format.moment(row.at) },
            { id: 'what', label: t('access.what'), phone: 'title', cell: (row) => t(`access.action.${row.action}`) },
            { id: 'who', label: t('access.who'), phone: 'main', cell: (row) => <code>{row.subject}</code> },
            { id: 'role', label: t('access.role'), cell: (row) => label('Role', row.role) },
            {
              id: 'person',
              label: t('access.person'),
              phone: 'detail',
              cell: (row) => <code>{row.personId ?? '–'}</code>,
            },
            {
              id: 'branch',
              label: t('access.branch'),
              cell: (row) => (row.branch ? names.of(row.branch.code) : '–'),
            },
            { id: 'fields', label: t('access.fields'), phone: 'detail', cell: (row) => row.fields.join(', ') || '–' },
          ]}
        />
      )}
    </Block>
  );
}
