import { Button } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { Block } from '../../app/block.js';
import { allowed } from '../../app/claims.js';
import { useLive } from '../../app/live/live.js';
import { PageLink } from '../../app/page-link.js';
import { RecordPage } from '../../app/record-page.js';
import { useIdentity } from '../../app/session.js';
import { useCommand } from '../../app/use-command.js';
import { keyOf, type Read, useRead } from '../../app/use-read.js';
import { fullName, PersonName } from '../../app/veil.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { RefusalSummary } from '../../ui/form.js';
import { useFormat } from '../../ui/format.js';
import { Chip, Lines, PageHead, Row, Sheet, Stack, TwoBanks } from '../../ui/layout.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import { SeatMeter } from '../../ui/seat-meter.js';
import { Empty } from '../../ui/states.js';
import { FindPerson } from '../find-person.js';
import { stateOf } from '../session-state.js';
import { ChangeSession } from './change-session.js';
import { CANCEL, ENROL, SESSION, type SessionRead, type SessionShown, WITHDRAW } from './session-query.js';

/** Of full sessions, and of who knows people: it travels apart. */
const Waitlist = lazy(async () => ({ default: (await import('../list-waitlist/waitlist.js')).Waitlist }));
const PrintSheet = lazy(async () => ({
  default: (await import('../../beneficiaries/print-attendance-sheet/print-sheet.js')).PrintSheet,
}));
const EnrolListButton = lazy(async () => ({
  default: (await import('../enrol-people/enrol-people.js')).EnrolListButton,
}));
const SessionKit = lazy(async () => ({ default: (await import('./session-kit.js')).SessionKit }));

/** They travel apart, with their own words. */
const Notices = lazy(async () => ({
  default: (await import('../../beneficiaries/list-notices/notices.js')).NoticesOfSession,
}));

/** One session: who is enrolled, its resource, its history; change it, cancel it, enrol people. */
export function Page() {
  const t = useWords();
  const { id = '' } = useParams({ strict: false });
  const read = useRead(SESSION, { id, people: allowed(useIdentity(), 'ReadEnrolments') });
  useLive([read.key], ['*']);
  return (
    <RecordPage
      read={read}
      at="session"
      title={t('page.session')}
      doing={t('session.doing')}
      unknown={t('session.unknown')}
      record={({ session }) => session}
    >
      {(session) => <SessionView session={session} read={read} />}
    </RecordPage>
  );
}

function SessionView({ session, read }: { readonly session: SessionShown; readonly read: Read<SessionRead> }) {
  const t = useWords();
  const format = useFormat();
  const identity = useIdentity();
  const navigate = useNavigate();
  const { now, newId } = useEnvironment();
  const touches = [keyOf(SESSION)];
  const enrol = useCommand(ENROL, { touches });
  const withdraw = useCommand(WITHDRAW, { touches });
  const cancel = useCommand(CANCEL, { touches });
  const [cancelling, setCancelling] = useState(false);
  const { word, tone } = stateOf(session, now());
  const open = session.state === 'SCHEDULED';
  const plans = allowed(identity, 'PlanSessions') && open;
  const knowsPeople = allowed(identity, 'ReadEnrolments');
  return (
    <Stack gap={24}>
      <PageHead
        title={session.title}
        context={
          <>
            {format.day(session.startsAt, 'weekday')}, {format.time(session.startsAt)} – {format.time(session.endsAt)} ·{' '}
            {[session.place?.name ?? format.amount('NOT_AVAILABLE'), session.room].filter(Boolean).join(' · ')}{' '}
            <Chip tone={tone}>{t(word)}</Chip>{' '}
            {session.series ? <PageLink href={`/series/${session.series.id}`}>{t('page.series')}</PageLink> : null}
          </>
        }
        aside={
          <Row gap={8}>
            {allowed(identity, 'ReadBeneficiaries') && session.state !== 'CANCELLED' ? (
              <Suspense fallback={null}>
                <PrintSheet session={session} />
              </Suspense>
            ) : null}
            {plans ? (
              <Button variant="default" onClick={() => setCancelling(true)}>
                {t('session.cancel')}
              </Button>
            ) : null}
          </Row>
        }
        action={
          allowed(identity, 'MarkAttendance') && session.state !== 'CANCELLED' ? (
            <Button onClick={() => void navigate({ to: `/sessions/${session.id}/attendance` })}>
              {t('session.attendance')}
            </Button>
          ) : undefined
        }
      />
      <TwoBanks
        is={
          <Stack gap={16}>
            <Sheet
              title={t(knowsPeople ? 'session.enrolled' : 'session.seats')}
              aside={<SeatMeter taken={session.seatsTaken + session.seatsHeld} seats={session.seats} />}
            >
              <RefusalSummary refusals={[...enrol.refusals, ...withdraw.refusals]} />
              {knowsPeople ? (
                <Block read={read} at="session.enrolments" doing={t('session.doing')}>
                  {() => (
                    <Enrolled
                      session={session}
                      onWithdraw={(enrolmentId) => void withdraw.send({ input: { enrolmentId } }, newId())}
                    />
                  )}
                </Block>
              ) : (
                <p>
                  {t('session.seatsLeft', {
                    count: Math.max(0, session.seats - session.seatsTaken - session.seatsHeld),
                  })}
                </p>
              )}
            </Sheet>
            {knowsPeople && open ? (
              <Suspense fallback={null}>
                <Waitlist of="session" id={session.id} open={session.seatsTaken + session.seatsHeld >= session.seats} />
              </Suspense>
            ) : null}
          </Stack>
        }
        todo={
          <Stack gap={16}>
            {open && allowed(identity, 'ReadBeneficiaries') ? (
              <Sheet title={t('session.enrol')}>
                <FindPerson
                  action={t('session.add')}
                  onPick={(beneficiaryId) =>
                    void enrol.send({ input: { sessionId: session.id, beneficiaryId } }, newId())
                  }
                />
                {allowed(identity, 'ImportPeople') ? (
                  <Suspense fallback={null}>
                    <EnrolListButton where={{ sessionId: session.id }} />
                  </Suspense>
                ) : null}
              </Sheet>
            ) : null}
            {plans ? (
              <Sheet title={t('session.change')}>
                <Block read={read} at="session.place" doing={t('session.doing')}>
                  {() => <ChangeSession key={session.version} session={session} />}
                </Block>
              </Sheet>
            ) : null}
            <Sheet title={t('session.resource')}>
              {session.workshop?.resourceUrl ? (
                <a href={session.workshop.resourceUrl} rel="noreferrer noopener" target="_blank">
                  {session.workshop.resourceTitle ?? session.workshop.resourceUrl}
                </a>
              ) : session.kit.length === 0 ? (
                <p className="soft">{t('session.noResource')}</p>
              ) : null}
              {session.kit.length > 0 ? (
                <Suspense fallback={null}>
                  <SessionKit kit={session.kit} />
                </Suspense>
              ) : null}
              {session.workshop && allowed(identity, 'PlanSessions') ? (
                <p>
                  <PageLink href={`/workshops/${session.workshop.id}`}>{t('page.workshop')}</PageLink>
                </p>
              ) : null}
            </Sheet>
            {knowsPeople ? (
              <Suspense fallback={null}>
                <Notices id={session.id} />
              </Suspense>
            ) : null}
            {session.corrections?.length ? (
              <Sheet title={t('session.history')}>
                <ul className="plain">
                  {session.corrections.map((correction) => (
                    <li key={correction.id}>
                      <span className="soft small">{format.moment(correction.at)}</span>
                      <div>{correction.reason}</div>
                    </li>
                  ))}
                </ul>
              </Sheet>
            ) : null}
          </Stack>
        }
      />
      <ReasonDialog
        opened={cancelling}
        title={t('session.cancel')}
        consequence={t('session.cancelWhat')}
        confirm={t('session.cancel')}
        refusals={cancel.refusals}
        sending={cancel.sending}
        onConfirm={(reason, key) =>
          void cancel
            .send({ input: { sessionId: session.id, reason } }, key)
            .then((done) => done && setCancelling(false))
        }
        onClose={() => setCancelling(false)}
      />
    </Stack>
  );
}

/** Who has a seat, and how they were marked once they were. */
function Enrolled(props: { readonly session: SessionShown; readonly onWithdraw: (enrolmentId: string) => void }) {
  const t = useWords();
  const label = useLabel();
  const enrolments = props.session.enrolments?.items ?? [];
  if (enrolments.length === 0) return <Empty reason="nothing-yet">{t('session.nobody')}</Empty>;
  return (
    <Lines>
      {enrolments.map(({ id, attendance, beneficiary }) => (
        <Row key={id} apart>
          <PageLink href={`/people/${beneficiary?.id ?? ''}`}>
            <PersonName name={fullName(beneficiary) || '–'} />
          </PageLink>
          {attendance !== 'UNKNOWN' ? (
            <Chip tone={attendance === 'SEEN' ? 'good' : 'plain'}>{label('Attendance', attendance)}</Chip>
          ) : props.session.state === 'SCHEDULED' ? (
            <Button size="compact-md" variant="subtle" onClick={() => props.onWithdraw(id)}>
              {t('session.withdraw')}
            </Button>
          ) : null}
        </Row>
      ))}
    </Lines>
  );
}
