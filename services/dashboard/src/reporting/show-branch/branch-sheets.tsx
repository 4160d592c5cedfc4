import { Block } from '../../app/block.js';
import { PageLink } from '../../app/page-link.js';
import type { ResultOf } from '../../app/query.js';
import type { Read } from '../../app/use-read.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useFormat } from '../../ui/format.js';
import { Facts, Sheet } from '../../ui/layout.js';
import { SeatMeter } from '../../ui/seat-meter.js';
import { Empty } from '../../ui/states.js';
import type { BRANCH } from './branch-query.js';

/** What can be sold in the branch, where it receives people, and what is next: as far as the reader may know. */
export function BranchSheets({
  read,
  seesSessions,
  seesStock,
}: {
  readonly read: Read<ResultOf<typeof BRANCH>>;
  readonly seesSessions: boolean;
  readonly seesStock: boolean;
}) {
  const t = useWords();
  return (
    <>
      {seesStock ? (
        <Sheet title={t('branch.stock')}>
          <Block read={read} at="branch.stockByGrade" doing={t('branch.doing')} lines={2}>
            {(data) => <StockByGrade stock={data.branch?.stockByGrade ?? []} />}
          </Block>
        </Sheet>
      ) : null}
      <Sheet title={t('branch.places')}>
        <Block read={read} at="places" doing={t('branch.doing')} lines={2}>
          {(data) => <Places places={data.places?.items ?? []} />}
        </Block>
      </Sheet>
      {seesSessions ? (
        <Sheet title={t('branch.next')}>
          <Block read={read} at="branch.nextSessions" doing={t('branch.doing')}>
            {(data) => <NextSessions sessions={data.branch?.nextSessions?.items ?? []} />}
          </Block>
        </Sheet>
      ) : null}
    </>
  );
}

/** What a branch page tells of a session to come. */
interface Coming {
  readonly id: string;
  readonly title: string;
  readonly startsAt: string;
  readonly seats: number;
  readonly seatsTaken: number;
}

/** The next sessions of a branch, with their seats. */
function NextSessions({ sessions }: { readonly sessions: readonly Coming[] }) {
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
function StockByGrade({ stock }: { readonly stock: readonly { readonly grade: string; readonly count: number }[] }) {
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
function Places({ places }: { readonly places: readonly PlaceCard[] }) {
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
