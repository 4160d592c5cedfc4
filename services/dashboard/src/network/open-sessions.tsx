import { useWords } from '../i18n/words.js';
import { DataTable } from '../ui/data-table.js';
import { useFormat } from '../ui/format.js';
import { Empty } from '../ui/states.js';

/** The browsers in which somebody is signed in; null when the sign-in service does not say. */
export function OpenSessions(props: {
  readonly sessions: readonly { readonly startedAt: string; readonly lastSeenAt: string }[] | null;
}) {
  const t = useWords();
  const format = useFormat();
  if (!props.sessions) return <Empty reason="nothing-yet">{t('member.sessions.unknown')}</Empty>;
  return (
    <DataTable
      caption={t('member.sessions')}
      rows={props.sessions}
      rowKey={({ startedAt, lastSeenAt }) => `${startedAt} ${lastSeenAt}`}
      empty={<Empty reason="nothing-yet">{t('member.sessions.none')}</Empty>}
      columns={[
        {
          id: 'started',
          label: t('member.sessions.started'),
          phone: 'title',
          cell: ({ startedAt }) => format.moment(startedAt),
        },
        { id: 'seen', label: t('member.sessions.seen'), cell: ({ lastSeenAt }) => format.moment(lastSeenAt) },
      ]}
    />
  );
}
