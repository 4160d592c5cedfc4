import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { Block } from '../../app/block.js';
import { useBranchName } from '../../app/branch-names.js';
import { useLive } from '../../app/live/live.js';
import { PageLink } from '../../app/page-link.js';
import { graphql } from '../../app/query.js';
import { useScope } from '../../app/scope.js';
import { useRead } from '../../app/use-read.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { type Amount, useFormat } from '../../ui/format.js';
import { Facts, PageHead, Sheet, Stack, TwoBanks } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';
import { useMinute } from '../../ui/use-minute.js';
import { useToday } from '../../ui/use-today.js';
import { SESSIONS, type SessionRow, SessionsTable } from '../list-sessions/sessions-table.js';
import { shiftDays } from '../list-sessions/week.js';
import { ThisWeek } from './this-week.js';

const SINCE = graphql(`
  query SinceThisMorning($input: FiguresInput!) {
    figures(input: $input) {
      figures(of: [SUPPORT_ACTS, ATTENDANCE_SEEN, DROP_INS_REFUSED, DEVICES_SOLD, TAKINGS]) {
        code
        value
      }
    }
  }
`);

/** Where a branch's day begins: today's sessions, what waits, and what has happened since this morning. */
export function Page() {
  const t = useWords();
  const format = useFormat();
  const navigate = useNavigate();
  const { now } = useEnvironment();
  const { one } = useScope();
  const names = useBranchName();
  const today = useToday();
  const read = useRead(SESSIONS, {
    branch: one ?? null,
    from: `${shiftDays(today, -30)}T00:00:00.000Z`,
    until: `${shiftDays(today, 22)}T00:00:00.000Z`,
  });
  const since = useRead(SINCE, { input: { from: today, to: today, branches: one ? [one] : null } });
  useLive([read.key, since.key], one ? [one] : ['*']);
  const go = (to: string) => () => void navigate({ to });
  return (
    <Stack gap={24}>
      <PageHead
        title={t('page.today')}
        context={`${format.day(now())} · ${names.of(one ?? '')}`}
        aside={
          <>
            <Button variant="default" onClick={go('/people/new')}>
              {t('today.enrol')}
            </Button>
            <Button variant="default" onClick={go('/till')}>
              {t('today.sell')}
            </Button>
          </>
        }
        action={<Button onClick={go('/drop-in')}>{t('today.dropIn')}</Button>}
      />
      <TwoBanks
        is={
          <Sheet title={t('today.sessions')}>
            <Block read={read} at="sessions" doing={t('today.doing')}>
              {({ sessions }) => <Sessions rows={sessions?.items ?? []} today={today} />}
            </Block>
          </Sheet>
        }
        todo={
          <Stack gap={16}>
            <Sheet title={t('today.todo')}>
              <Block read={read} at="sessions" doing={t('today.doing')} lines={2}>
                {({ sessions }) => <ToDo rows={sessions?.items ?? []} />}
              </Block>
            </Sheet>
            <Sheet title={t('today.since')}>
              <Block read={since} at="figures" doing={t('figures.doing')} lines={3}>
                {({ figures }) => (
                  <Since values={new Map((figures?.figures ?? []).map(({ code, value }) => [String(code), value]))} />
                )}
              </Block>
            </Sheet>
            <ThisWeek branch={one} today={today} />
          </Stack>
        }
      />
    </Stack>
  );
}

function Sessions({ rows, today }: { readonly rows: readonly SessionRow[]; readonly today: string }) {
  const t = useWords();
  const format = useFormat();
  const at = useMinute();
  const ofToday = rows.filter((session) => format.localDate(session.startsAt) === today);
  const next = rows.find((session) => session.state === 'SCHEDULED' && new Date(session.startsAt) > at);
  return (
    <SessionsTable
      caption={t('today.sessions')}
      rows={ofToday}
      at={at}
      empty={
        <Empty reason="nothing-yet" action={<PageLink href="/sessions/new">{t('today.plan')}</PageLink>}>
          {t('today.none')}{' '}
          {next ? t('today.next', { day: format.day(next.startsAt, 'weekday'), hour: format.hour(next.startsAt) }) : ''}
        </Empty>
      }
    />
  );
}

function ToDo({ rows }: { readonly rows: readonly SessionRow[] }) {
  const t = useWords();
  const format = useFormat();
  const { now } = useEnvironment();
  const toClose = rows.filter((session) => session.state === 'SCHEDULED' && new Date(session.endsAt) <= now());
  if (toClose.length === 0) return <p className="soft">{t('today.nothingToDo')}</p>;
  return (
    <>
      <p>{t('today.toClose', { count: toClose.length })}</p>
      <ul className="plain">
        {toClose.slice(0, 8).map((session) => (
          <li key={session.id}>
            <PageLink href={`/sessions/${session.id}/attendance`}>
              {format.day(session.startsAt, 'weekday')} · {session.title}
            </PageLink>
          </li>
        ))}
      </ul>
    </>
  );
}

function Since({ values }: { readonly values: ReadonlyMap<string, number | null> }) {
  const t = useWords();
  const format = useFormat();
  const of = (code: string): Amount => values.get(code) ?? 'NOT_AVAILABLE';
  return (
    <Facts
      facts={[
        [t('figures.acts'), format.amount(of('SUPPORT_ACTS'))],
        [t('figures.refused'), format.amount(of('DROP_INS_REFUSED'))],
        [t('figures.devices'), format.amount(of('DEVICES_SOLD'))],
        [t('figures.takings'), format.amount(of('TAKINGS'), 'money')],
      ]}
    />
  );
}
