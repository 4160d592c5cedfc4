import { useBranchName } from '../../app/branch-names.js';
import { ExportList } from '../../app/export/export-list.js';
import type { ListColumn } from '../../app/export/list-file.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { useFormat } from '../../ui/format.js';
import { SESSIONS, type SessionRow } from '../list-sessions/sessions-table.js';
import { stateOf } from '../session-state.js';

/** The sessions of a week as a file, without who is enrolled. */
export function ExportSessions(props: {
  readonly branch: string;
  readonly from: string;
  readonly until: string;
  /** The week in words, as the page calls it. */
  readonly week: string;
}) {
  const t = useWords();
  const format = useFormat();
  const names = useBranchName();
  const { now } = useEnvironment();
  const { branch, from, until } = props;
  const columns: readonly ListColumn<SessionRow>[] = [
    { label: t('export.day'), means: 'sessionDay', value: ({ startsAt }) => format.localDate(startsAt) },
    { label: t('session.startsAt'), means: 'startsAt', value: ({ startsAt }) => format.time(startsAt) },
    { label: t('session.endsAt'), means: 'endsAt', value: ({ endsAt }) => format.time(endsAt) },
    { label: t('session.title'), means: 'sessionTitle', value: ({ title }) => title },
    // A place without its name is one whose service stayed silent.
    { label: t('session.place'), means: 'place', value: ({ place }) => place?.name ?? undefined },
    { label: t('session.room'), means: 'room', value: ({ room }) => room },
    { label: t('session.seats'), means: 'seats', value: ({ seats }) => seats },
    { label: t('session.seatsTaken'), means: 'seatsTaken', value: ({ seatsTaken }) => seatsTaken },
    { label: t('session.state'), means: 'sessionState', value: (session) => t(stateOf(session, now()).word) },
  ];
  return (
    <ExportList
      document={SESSIONS}
      variables={{ branch, from, until }}
      pageOf={({ sessions }) => sessions}
      columns={columns}
      file={`seances-${branch}-${from.slice(0, 10)}`}
      head={{
        title: t('page.sessions'),
        scope: names.of(branch),
        filters: [props.week],
        states: [
          [t('session.state.SCHEDULED'), 'OPEN'],
          [t('session.state.FULL'), 'FULL'],
          [t('session.state.TO_MARK'), 'TO_MARK'],
          [t('session.state.CLOSED'), 'CLOSED'],
          [t('session.state.CANCELLED'), 'CANCELLED'],
        ],
      }}
    />
  );
}
