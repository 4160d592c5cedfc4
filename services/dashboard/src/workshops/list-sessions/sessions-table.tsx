import type { ReactNode } from 'react';
import { PageLink } from '../../app/page-link.js';
import { graphql, type ResultOf } from '../../app/query.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useEnvironment } from '../../ui/environment.js';
import { useFormat } from '../../ui/format.js';
import { Chip } from '../../ui/layout.js';
import { SeatMeter } from '../../ui/seat-meter.js';
import { stateOf } from '../session-state.js';

/** Sessions of a branch between two instants. */
export const SESSIONS = graphql(`
  query Sessions($branch: String, $from: DateTime!, $until: DateTime, $placeId: UUID, $after: String) {
    sessions(branch: $branch, from: $from, until: $until, placeId: $placeId, first: 100, after: $after) {
      endCursor
      items {
        id
        title
        room
        startsAt
        endsAt
        seats
        seatsTaken
        seatsHeld
        state
        place {
          id
          name
        }
      }
    }
  }
`);

type Told = NonNullable<ResultOf<typeof SESSIONS>['sessions']>['items'][number];
/** A session as a row; where it is held is asked by name alone on other pages. */
export type SessionRow = Omit<Told, 'place'> & {
  readonly place: { readonly id?: string; readonly name: string | null } | null;
  /** Where it leads when it is no session: a helper’s shift, which stands in their week. */
  readonly href?: string;
};

/** Where a row of the week leads. */
export const addressOf = ({ id, href }: SessionRow) => href ?? `/sessions/${id}`;

/** Sessions as rows: when, what, where, seats and state in words. */
export function SessionsTable(props: {
  readonly caption: string;
  readonly rows: readonly SessionRow[];
  readonly withDay?: boolean;
  /** Draws the line of now between what has begun and what is to come. */
  readonly at?: Date;
  readonly onMore?: (() => void) | undefined;
  readonly empty: ReactNode;
}) {
  const t = useWords();
  const format = useFormat();
  const { now } = useEnvironment();
  const { at } = props;
  const across = at && {
    before: props.rows.find(({ startsAt }) => new Date(startsAt) > at)?.id,
    says: <span>{t('session.now', { time: format.time(at) })}</span>,
  };
  return (
    <DataTable
      caption={props.caption}
      rows={props.rows}
      rowKey={(session) => session.id}
      rowState={(session) => (session.state === 'CANCELLED' ? 'voided' : undefined)}
      across={across}
      empty={props.empty}
      onMore={props.onMore}
      columns={[
        {
          id: 'when',
          label: t('session.when'),
          cell: (session) =>
            props.withDay
              ? `${format.day(session.startsAt, 'weekday')}, ${format.time(session.startsAt)}`
              : format.time(session.startsAt),
        },
        {
          id: 'title',
          label: t('session.title'),
          phone: 'title',
          cell: (session) => <PageLink href={addressOf(session)}>{session.title}</PageLink>,
        },
        {
          id: 'where',
          label: t('session.where'),
          cell: (session) => [session.place?.name, session.room].filter(Boolean).join(' · ') || '–',
        },
        {
          id: 'seats',
          label: t('session.seats'),
          phone: 'main',
          cell: (session) => <SeatMeter taken={session.seatsTaken + session.seatsHeld} seats={session.seats} />,
        },
        {
          id: 'state',
          label: t('session.state'),
          cell: (session) => {
            const { word, tone } = stateOf(session, now());
            return <Chip tone={tone}>{t(word)}</Chip>;
          },
        },
      ]}
    />
  );
}
