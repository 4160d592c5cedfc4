import { Button, SegmentedControl } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { Block } from '../../app/block.js';
import { allowed } from '../../app/claims.js';
import { useLive } from '../../app/live/live.js';
import { PageLink } from '../../app/page-link.js';
import { useScope } from '../../app/scope.js';
import { useIdentity } from '../../app/session.js';
import { usePages } from '../../app/use-pages.js';
import { useSearch } from '../../app/use-search.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { useFormat } from '../../ui/format.js';
import { Notice, PageHead, Row, Sheet, Stack } from '../../ui/layout.js';
import { instantOf } from '../../ui/local-time.js';
import { Empty } from '../../ui/states.js';
import { useNarrow } from '../../ui/use-narrow.js';
import { ExportSessions } from '../export-sessions/export-sessions.js';
import { Agenda } from './agenda.js';
import { SESSIONS, type SessionRow, SessionsTable } from './sessions-table.js';
import { mondayOf, mondayOfWeek, shiftDays, weekOf } from './week.js';
import { WeekGrid } from './week-grid.js';

/** Of who plans alone, so it travels apart from the week that everybody opens. */
const DuplicateWeek = lazy(async () => ({
  default: (await import('../duplicate-week/duplicate-week.js')).DuplicateWeek,
}));
const WeekFilter = lazy(async () => ({ default: (await import('./week-filter.js')).WeekFilter }));
const HelperWeek = lazy(async () => ({ default: (await import('./helper-week.js')).HelperWeek }));
const NEW: string = '/sessions/new';

/** The sessions of one week: days beside hours on a desk, an agenda on a phone, a table for who asks for it. */
export function Page() {
  const t = useWords();
  const format = useFormat();
  const navigate = useNavigate();
  const identity = useIdentity();
  const { now } = useEnvironment();
  const { one } = useScope();
  const [search, change] = useSearch();
  const thisMonday = mondayOf(format.localDate(now()));
  const asked = mondayOfWeek(search['week'] ?? '');
  const monday = asked ?? thisMonday;
  const midnight = (days: number) => instantOf(`${shiftDays(monday, days)}T00:00`, format.zone) ?? '';
  const from = midnight(0);
  const until = midnight(7);
  const placeId = (one && search['place']) || null;
  const read = usePages(SESSIONS, { branch: one ?? null, from, until, placeId }, ({ sessions }) => sessions);
  useLive([read.key], one ? [one] : ['*']);
  const plans = allowed(identity, 'PlanSessions');
  const helper = (plans && one && search['helper']) || null;
  const planAt = (at?: string) => void navigate({ to: NEW, search: { at } as never });
  // In a week without sessions one begins on its Monday; where there are some, nothing is proposed.
  const firstOfWeek = monday > format.localDate(now()) ? `${monday}T10:00` : undefined;
  const plan = (at?: string) =>
    plans ? (
      <Button variant={at ? 'default' : 'filled'} onClick={() => planAt(at)}>
        {t('today.plan')}
      </Button>
    ) : undefined;
  const go = (days: number) => {
    const week = shiftDays(monday, days);
    change({ week: week === thisMonday ? undefined : weekOf(week) });
  };
  const day = (date: string) => format.day(`${date}T12:00:00Z`, 'weekday');
  const week = t('session.weekDays', {
    number: Number(weekOf(monday).slice(-2)),
    from: day(monday),
    until: format.day(`${shiftDays(monday, 6)}T12:00:00Z`),
  });
  return (
    <Stack gap={24}>
      <PageHead
        title={t('page.sessions')}
        context={week}
        action={plan()}
        aside={
          <>
            {plans && one ? <PageLink href="/radar">{t('page.radar')}</PageLink> : null}
            {one ? <PageLink href="/resources">{t('page.resources')}</PageLink> : null}
            <PageLink href="/sessions/year">{t('page.sessionYear')}</PageLink>
            {one ? <ExportSessions branch={one} from={from} until={until} week={week} /> : null}
          </>
        }
      />
      {search['week'] && !asked ? <Notice tone="care">{t('session.noWeek', { week: search['week'] })}</Notice> : null}
      <Row gap={8} apart>
        <Row gap={8}>
          <Button variant="default" onClick={() => go(-7)}>
            {t('session.previousWeek')}
          </Button>
          <Button variant="default" onClick={() => go(7)}>
            {t('session.nextWeek')}
          </Button>
          {monday === thisMonday ? null : (
            <Button variant="subtle" onClick={() => change({ week: undefined })}>
              {t('session.thisWeek')}
            </Button>
          )}
        </Row>
        <ShowAs />
      </Row>
      {plans && one && monday >= thisMonday ? (
        <Suspense fallback={null}>
          <DuplicateWeek key={monday} branch={one} monday={monday} />
        </Suspense>
      ) : null}
      {one ? (
        <Suspense fallback={null}>
          <WeekFilter branch={one} plans={plans} />
        </Suspense>
      ) : null}
      <Sheet title={t('session.list')}>
        <Block read={read} at="sessions" doing={t('session.doing')} lines={8}>
          {() =>
            helper && one ? (
              <Suspense fallback={null}>
                <HelperWeek
                  branch={one}
                  helper={helper}
                  placeId={placeId}
                  from={from}
                  until={until}
                  sessions={read.items}
                >
                  {(rows) => <Week monday={monday} rows={rows} week={week} more={read.more} onSlot={undefined} />}
                </HelperWeek>
              </Suspense>
            ) : read.items.length === 0 ? (
              <Empty reason="nothing-yet" action={plan(firstOfWeek)}>
                {t(monday === thisMonday ? 'session.empty' : 'session.emptyThen')}
              </Empty>
            ) : (
              <Week
                monday={monday}
                rows={read.items}
                week={week}
                more={read.more}
                onSlot={plans && one ? planAt : undefined}
              />
            )
          }
        </Block>
      </Sheet>
    </Stack>
  );
}

/** Grid or table, kept in the address; a phone has its agenda in the grid's stead. */
function ShowAs() {
  const t = useWords();
  const narrow = useNarrow();
  const { one } = useScope();
  const [search, change] = useSearch();
  // Several branches at once fill no grid.
  if (!one) return null;
  return (
    <SegmentedControl
      size="sm"
      aria-label={t('ui.chart.show', { figure: t('session.list') })}
      value={search['show'] === 'table' ? 'table' : 'week'}
      onChange={(show) => change({ show: show === 'table' ? show : undefined }, 'replace')}
      data={[
        { value: 'week', label: t(narrow ? 'session.asAgenda' : 'session.asWeek') },
        { value: 'table', label: t('ui.chart.table') },
      ]}
    />
  );
}

function Week(props: {
  readonly monday: string;
  readonly rows: readonly SessionRow[];
  readonly week: string;
  readonly more: (() => void) | undefined;
  readonly onSlot: ((at: string) => void) | undefined;
}) {
  const t = useWords();
  const narrow = useNarrow();
  const { one } = useScope();
  const [search] = useSearch();
  const { monday, rows } = props;
  if (search['show'] === 'table' || !one)
    return <SessionsTable caption={t('session.list')} withDay rows={rows} onMore={props.more} empty={null} />;
  return (
    <Stack>
      {narrow ? (
        <Agenda monday={monday} rows={rows} />
      ) : (
        <WeekGrid caption={props.week} monday={monday} rows={rows} onSlot={props.onSlot} />
      )}
      {props.more ? (
        <Row>
          <Button variant="default" onClick={props.more}>
            {t('ui.table.more')}
          </Button>
        </Row>
      ) : null}
    </Stack>
  );
}
