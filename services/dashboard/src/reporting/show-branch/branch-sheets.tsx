import { PageLink } from '../../app/page-link.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useFormat } from '../../ui/format.js';
import { Facts } from '../../ui/layout.js';
import { SeatMeter } from '../../ui/seat-meter.js';
import { Empty } from '../../ui/states.js';

/** What a branch page tells of a session to come. */
interface Coming {
  readonly id: string;
  readonly title: string;
  readonly startsAt: string;
  readonly seats: number;
  readonly seatsTaken: number;
}

/** The next sessions of a branch, with their seats. */
export function NextSessions({ sessions }: { readonly sessions: readonly Coming[] }) {
  const t = useWords();
  const format = useFormat();
  return (
    <DataTable
      caption={t('branch.next')}
      rows={sessions}
      rowKey={(session) => session.id}
      empty={<Empty reason="nothing-yet">{t('branch.next.none')}</Empty>}
      columns={[
        {
          id: 'when',
          label: t('session.when'),
          cell: (session) => `${format.day(session.startsAt, 'weekday')}, ${format.time(session.startsAt)}`,
        },
        {
          id: 'title',
          label: t('session.title'),
          phone: 'title',
          cell: (session) => <PageLink href={`/sessions/${session.id}`}>{session.title}</PageLink>,
        },
        {
          id: 'seats',
          label: t('session.seats'),
          phone: 'main',
          cell: (session) => <SeatMeter taken={session.seatsTaken} seats={session.seats} />,
        },
      ]}
    />
  );
}

/** What can be sold now, by grade. */
export function StockByGrade({
  stock,
}: {
  readonly stock: readonly { readonly grade: string; readonly count: number }[];
}) {
  const t = useWords();
  const label = useLabel();
  const format = useFormat();
  if (stock.length === 0) return <Empty reason="nothing-yet">{t('branch.stock.none')}</Empty>;
  return <Facts facts={stock.map(({ grade, count }) => [label('Grade', grade), format.number(count)] as const)} />;
}

/** What a branch page tells of a place. */
interface PlaceCard {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly postcode: string;
  readonly commune: string;
  readonly telephone: string | null;
  readonly openingHours: string | null;
}

/** Where the branch receives people. */
export function Places({ places }: { readonly places: readonly PlaceCard[] }) {
  const t = useWords();
  if (places.length === 0) return <Empty reason="nothing-yet">{t('branch.places.none')}</Empty>;
  return (
    <ul className="plain">
      {places.map((place) => (
        <li key={place.id}>
          <PageLink href={`/places/${place.id}`}>{place.name}</PageLink>
          <p className="soft">{`${place.address}, ${place.postcode} ${place.commune}`}</p>
          {place.openingHours || place.telephone ? (
            <p className="soft small">{[place.openingHours, place.telephone].filter(Boolean).join(' · ')}</p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
