import { Button } from '@mantine/core';
import { Block } from '../../app/block.js';
import { PageLink } from '../../app/page-link.js';
import { graphql, type ResultOf } from '../../app/query.js';
import { useScope } from '../../app/scope.js';
import { useRead } from '../../app/use-read.js';
import { useSearch } from '../../app/use-search.js';
import { SeriesLanguage } from '../../i18n/series-language.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { useFormat } from '../../ui/format.js';
import { PageHead, Row, Sheet, Stack } from '../../ui/layout.js';
import { mondayOf, shiftDays, weekOf } from '../list-sessions/week.js';
import css from './year.module.css';

const DENSITY = graphql(`
  query SessionDensity($year: Int!, $branch: String) {
    sessionDensity(year: $year, branch: $branch) {
      day
      sessions
      seats
      seatsTaken
    }
  }
`);
type Day = NonNullable<ResultOf<typeof DENSITY>['sessionDensity']>[number];

/** A year of sessions by the day, of a branch or of the whole network; each day leads to its week. */
export function Page() {
  return (
    <SeriesLanguage>
      <Year />
    </SeriesLanguage>
  );
}

function Year() {
  const t = useWords();
  const format = useFormat();
  const { now } = useEnvironment();
  const { one } = useScope();
  const [search, change] = useSearch();
  const thisYear = Number(format.localDate(now()).slice(0, 4));
  const year = /^20\d\d$/.test(search['year'] ?? '') ? Number(search['year']) : thisYear;
  const read = useRead(DENSITY, { year, branch: one ?? null });
  const go = (wanted: number) => change({ year: wanted === thisYear ? undefined : String(wanted) });
  return (
    <Stack gap={24}>
      <PageHead
        title={t('page.sessionYear')}
        context={one ? undefined : t('year.whole')}
        aside={<PageLink href="/sessions">{t('page.sessions')}</PageLink>}
      />
      <Row gap={8}>
        <Button variant="default" onClick={() => go(year - 1)}>
          {t('year.previous', { year: String(year - 1) })}
        </Button>
        <Button variant="default" onClick={() => go(year + 1)}>
          {t('year.next', { year: String(year + 1) })}
        </Button>
      </Row>
      <Sheet>
        <Block read={read} at="sessionDensity" doing={t('session.doing')} lines={8}>
          {({ sessionDensity }) => <Months year={year} days={sessionDensity ?? []} />}
        </Block>
      </Sheet>
    </Stack>
  );
}

function Months({ year, days }: { readonly year: number; readonly days: readonly Day[] }) {
  const t = useWords();
  const format = useFormat();
  const byDay = new Map(days.map((day) => [day.day, day]));
  const sum = (of: (day: Day) => number) => days.reduce((total, day) => total + of(day), 0);
  return (
    <Stack>
      <p role="status">
        {t('year.sum', {
          year: String(year),
          count: sum(({ sessions }) => sessions),
          seats: sum(({ seats }) => seats),
          taken: sum(({ seatsTaken }) => seatsTaken),
        })}
      </p>
      <div className={css.months}>
        {Array.from({ length: 12 }, (_, n) => `${year}-${String(n + 1).padStart(2, '0')}`).map((month) => (
          <table key={month} className={css.month}>
            <caption>{format.month(`${month}-01`)}</caption>
            <tbody>
              {weeksOf(month).map((monday) => (
                <tr key={monday}>
                  {Array.from({ length: 7 }, (_, n) => shiftDays(monday, n)).map((day) => (
                    <td key={day}>{day.startsWith(month) ? <DayCell day={day} held={byDay.get(day)} /> : null}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </Stack>
  );
}

/** From how many sessions on a day’s frame grows: the number says it too, once the day is read out. */
const SOME = 3;
const MANY = 6;

function DayCell({ day, held }: { readonly day: string; readonly held: Day | undefined }) {
  const t = useWords();
  const format = useFormat();
  const number = Number(day.slice(8));
  if (!held) return <span className={css.none}>{number}</span>;
  const { sessions: count, seats, seatsTaken: taken } = held;
  return (
    <PageLink
      href={`/sessions?week=${weekOf(mondayOf(day))}`}
      data-much={count >= MANY ? 3 : count >= SOME ? 2 : 1}
      aria-label={t('year.day', { day: format.day(`${day}T12:00:00Z`), count, seats, taken })}
      title={t('year.day', { day: format.day(`${day}T12:00:00Z`), count, seats, taken })}
    >
      {number}
    </PageLink>
  );
}

function weeksOf(month: string): string[] {
  const first = mondayOf(`${month}-01`);
  return Array.from({ length: 6 }, (_, n) => shiftDays(first, n * 7)).filter(
    (monday) => monday.startsWith(month) || shiftDays(monday, 6).startsWith(month),
  );
}
