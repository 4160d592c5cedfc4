import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { Block } from '../../app/block.js';
import { allowed } from '../../app/claims.js';
import { useLive } from '../../app/live/live.js';
import { useScope } from '../../app/scope.js';
import { useIdentity } from '../../app/session.js';
import { useRead } from '../../app/use-read.js';
import { useSearch } from '../../app/use-search.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { useFormat } from '../../ui/format.js';
import { PageHead, Row, Sheet, Stack } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';
import { ExportSessions } from '../export-sessions/export-sessions.js';
import { SESSIONS, SessionsTable } from './sessions-table.js';
import { mondayOf, shiftDays } from './week.js';

const NEW: string = '/sessions/new';

/** The sessions of one week, day after day. */
export function Page() {
  const t = useWords();
  const format = useFormat();
  const navigate = useNavigate();
  const identity = useIdentity();
  const { now } = useEnvironment();
  const { one } = useScope();
  const [search, change] = useSearch();
  const monday = mondayOf(
    /^\d{4}-\d{2}-\d{2}$/.test(search['week'] ?? '') ? (search['week'] ?? '') : format.localDate(now()),
  );
  const from = `${monday}T00:00:00.000Z`;
  const until = `${shiftDays(monday, 7)}T00:00:00.000Z`;
  const read = useRead(SESSIONS, { branch: one ?? null, from, until });
  useLive([read.key], one ? [one] : ['*']);
  const plans = allowed(identity, 'PlanSessions');
  const plan = plans ? <Button onClick={() => void navigate({ to: NEW })}>{t('today.plan')}</Button> : undefined;
  const week = (days: number) => change({ week: shiftDays(monday, days) });
  return (
    <Stack gap={24}>
      <PageHead
        title={t('page.sessions')}
        context={t('session.week', { day: format.day(`${monday}T12:00:00Z`) })}
        action={plan}
        aside={
          one ? (
            <ExportSessions
              branch={one}
              from={from}
              until={until}
              week={t('session.week', { day: format.day(`${monday}T12:00:00Z`) })}
            />
          ) : undefined
        }
      />
      <Row gap={8}>
        <Button variant="default" onClick={() => week(-7)}>
          {t('session.previousWeek')}
        </Button>
        <Button variant="default" onClick={() => week(7)}>
          {t('session.nextWeek')}
        </Button>
        {search['week'] ? (
          <Button variant="subtle" onClick={() => change({ week: undefined })}>
            {t('session.thisWeek')}
          </Button>
        ) : null}
      </Row>
      <Sheet title={t('session.list')}>
        <Block read={read} at="sessions" doing={t('session.doing')}>
          {({ sessions }) => (
            <SessionsTable
              caption={t('session.list')}
              withDay
              rows={sessions?.items ?? []}
              empty={
                <Empty reason="nothing-yet" action={plan}>
                  {t('session.empty')}
                </Empty>
              }
            />
          )}
        </Block>
      </Sheet>
    </Stack>
  );
}
