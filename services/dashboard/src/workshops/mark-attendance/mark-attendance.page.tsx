import { Button, SegmentedControl } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { allowed } from '../../app/claims.js';
import { useLive } from '../../app/live/live.js';
import { errorOn } from '../../app/partial.js';
import { RecordPage } from '../../app/record-page.js';
import { useServiceName } from '../../app/service-name.js';
import { useIdentity } from '../../app/session.js';
import { useCommand } from '../../app/use-command.js';
import { keyOf, useRead } from '../../app/use-read.js';
import { fullName, PersonName } from '../../app/veil.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { RefusalSummary } from '../../ui/form.js';
import { useFormat } from '../../ui/format.js';
import { Lines, Notice, PageHead, Row, Sheet, Stack } from '../../ui/layout.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import { Empty, PartialBlock } from '../../ui/states.js';
import { CLOSE, MARK, REOPEN, SESSION, type SessionShown } from '../show-session/session-query.js';
import css from './attendance.module.css';
import { AttendanceSheet } from './attendance-sheet.js';

const CHOICES = ['SEEN', 'NOSHOW', 'EXCUSED', 'UNKNOWN'] as const;
const OPENS_AHEAD_MS = 15 * 60_000;

/** Who came: one row per person, each tap saved alone, then the session is closed and counted. */
export function Page() {
  const t = useWords();
  const { id = '' } = useParams({ strict: false });
  const read = useRead(SESSION, { id, people: true });
  useLive([read.key], ['*']);
  return (
    <RecordPage
      read={read}
      at="session"
      title={t('page.attendance')}
      doing={t('session.doing')}
      unknown={t('session.unknown')}
      record={({ session }) => session}
    >
      {(session) => <Sheets session={session} namesAway={errorOn(read.errors, 'session.enrolments') !== undefined} />}
    </RecordPage>
  );
}

function Sheets({ session, namesAway }: { readonly session: SessionShown; readonly namesAway: boolean }) {
  const t = useWords();
  const format = useFormat();
  const label = useLabel();
  const nameOfService = useServiceName();
  const identity = useIdentity();
  const { now, newId } = useEnvironment();
  const touches = [keyOf(SESSION)];
  const mark = useCommand(MARK, { touches });
  const close = useCommand(CLOSE, { touches });
  const reopen = useCommand(REOPEN, { touches });
  const [reopening, setReopening] = useState(false);
  const rows = session.enrolments?.items ?? [];
  const count = (attendance: string) => rows.filter((row) => row.attendance === attendance).length;
  const begun = now().getTime() >= Date.parse(session.startsAt) - OPENS_AHEAD_MS;
  // Nobody can be marked who cannot be told from their neighbour; a name known from before will do.
  const nameless = namesAway && rows.some((row) => nameOf(row) === '–');
  const open = session.state === 'SCHEDULED' && begun && !nameless;
  const say = (row: (typeof rows)[number], attendance: string) =>
    mark.send(
      { input: { enrolmentId: row.id, attendance: attendance as 'SEEN', expectedVersion: row.version } },
      newId(),
    );
  const allSeen = async () => {
    for (const row of rows.filter((candidate) => candidate.attendance === 'UNKNOWN')) await say(row, 'SEEN');
  };
  return (
    <Stack gap={24}>
      <PageHead
        title={t('page.attendance')}
        context={`${session.title} · ${format.day(session.startsAt, 'weekday')}, ${format.time(session.startsAt)}`}
        aside={
          <Button variant="default" onClick={() => window.print()}>
            {t('session.print')}
          </Button>
        }
        action={
          open ? (
            <Button onClick={() => void close.send({ input: { sessionId: session.id } }, newId())}>
              {t('session.close', { count: count('SEEN') })}
            </Button>
          ) : session.state === 'CLOSED' && allowed(identity, 'CorrectActs') ? (
            <Button variant="default" onClick={() => setReopening(true)}>
              {t('session.reopen')}
            </Button>
          ) : undefined
        }
      />
      <RefusalSummary refusals={[...mark.refusals, ...close.refusals]} />
      {session.state === 'CLOSED' ? <Notice tone="good">{t('session.closed', { count: count('SEEN') })}</Notice> : null}
      {begun ? null : <Notice tone="note">{t('session.opensAt')}</Notice>}
      <Sheet
        aside={
          open ? (
            <Button variant="default" onClick={() => void allSeen()}>
              {t('session.allSeen')}
            </Button>
          ) : undefined
        }
      >
        <Stack gap={16}>
          <p role="status">
            {t('session.counts', {
              seen: count('SEEN'),
              excused: count('EXCUSED'),
              absent: count('NOSHOW'),
              unknown: count('UNKNOWN'),
            })}
          </p>
          {rows.length === 0 ? <Empty reason="nothing-yet">{t('session.nobody')}</Empty> : null}
          {nameless ? <PartialBlock service={nameOfService('beneficiaries')} /> : null}
          <Lines>
            {(nameless ? [] : rows).map((row) => {
              const name = nameOf(row);
              return (
                <Row key={row.id} apart>
                  <PersonName name={name} />
                  <SegmentedControl
                    className={css.control ?? ''}
                    aria-label={name}
                    disabled={!open}
                    value={row.attendance}
                    onChange={(attendance) => void say(row, attendance)}
                    data={CHOICES.map((value) => ({
                      value,
                      label: value === 'UNKNOWN' ? '—' : label('Attendance', value),
                    }))}
                  />
                </Row>
              );
            })}
          </Lines>
        </Stack>
      </Sheet>
      <AttendanceSheet session={session} />
      <ReasonDialog
        opened={reopening}
        title={t('session.reopenTitle')}
        consequence={t('session.reopenWhat')}
        confirm={t('session.reopen')}
        refusals={reopen.refusals}
        sending={reopen.sending}
        onConfirm={(reason, key) =>
          void reopen
            .send({ input: { sessionId: session.id, reason } }, key)
            .then((done) => done && setReopening(false))
        }
        onClose={() => setReopening(false)}
      />
    </Stack>
  );
}

type Enrolled = NonNullable<NonNullable<SessionShown['enrolments']>['items']>[number];

function nameOf({ beneficiary }: Enrolled): string {
  return fullName(beneficiary) || '–';
}
