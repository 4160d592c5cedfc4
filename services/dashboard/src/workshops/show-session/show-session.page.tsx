import { Button } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Block } from '../../app/block.js';
import { allowed } from '../../app/claims.js';
import { useLive } from '../../app/live/live.js';
import { PageLink } from '../../app/page-link.js';
import { useIdentity } from '../../app/session.js';
import { useCommand } from '../../app/use-command.js';
import { keyOf, useRead } from '../../app/use-read.js';
import { PersonName } from '../../app/veil.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { RefusalSummary } from '../../ui/form.js';
import { useFormat } from '../../ui/format.js';
import { Chip, PageHead, Row, Sheet, Stack, TwoBanks } from '../../ui/layout.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import { SeatMeter } from '../../ui/seat-meter.js';
import { Empty } from '../../ui/states.js';
import { FindPerson } from '../find-person.js';
import { stateOf } from '../session-state.js';
import { ChangeSession } from './change-session.js';
import { CANCEL, ENROL, SESSION, type SessionShown, WITHDRAW } from './session-query.js';

/** One session: who is enrolled, its resource, its history; change it, cancel it, enrol people. */
export function Page() {
  const t = useWords();
  const { id = '' } = useParams({ strict: false });
  const read = useRead(SESSION, { id });
  useLive([read.key], ['*']);
  return (
    <Block read={read} at="session" doing={t('session.doing')}>
      {({ session }) => (session ? <SessionView session={session} /> : null)}
    </Block>
  );
}

function SessionView({ session }: { readonly session: SessionShown }) {
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
  const enrolments = session.enrolments?.items ?? [];
  return (
    <Stack gap={24}>
      <PageHead
        title={session.title}
        context={
          <>
            {format.day(session.startsAt, 'weekday')}, {format.time(session.startsAt)} – {format.time(session.endsAt)} ·{' '}
            {session.place?.name ?? ''} {session.room ?? ''} <Chip tone={tone}>{t(word)}</Chip>
          </>
        }
        aside={
          plans ? (
            <Button variant="default" onClick={() => setCancelling(true)}>
              {t('session.cancel')}
            </Button>
          ) : null
        }
        action={
          allowed(identity, 'MarkAttendance') ? (
            <Button onClick={() => void navigate({ to: `/sessions/${session.id}/attendance` })}>
              {t('session.attendance')}
            </Button>
          ) : undefined
        }
      />
      <TwoBanks
        is={
          <Sheet title={t('session.enrolled')} aside={<SeatMeter taken={session.seatsTaken} seats={session.seats} />}>
            <RefusalSummary refusals={[...enrol.refusals, ...withdraw.refusals]} />
            {enrolments.length === 0 ? <Empty reason="nothing-yet">{t('session.nobody')}</Empty> : null}
            <Stack gap={4}>
              {enrolments.map((enrolment) => (
                <Row key={enrolment.id} apart>
                  <PageLink href={`/people/${enrolment.beneficiary?.id ?? ''}`}>
                    <PersonName
                      name={
                        `${enrolment.beneficiary?.givenName ?? ''} ${enrolment.beneficiary?.familyName ?? ''}`.trim() ||
                        '–'
                      }
                    />
                  </PageLink>
                  {open ? (
                    <Button
                      size="compact-md"
                      variant="subtle"
                      onClick={() => void withdraw.send({ input: { enrolmentId: enrolment.id } }, newId())}
                    >
                      {t('session.withdraw')}
                    </Button>
                  ) : null}
                </Row>
              ))}
            </Stack>
          </Sheet>
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
              </Sheet>
            ) : null}
            {plans ? <ChangeSession key={session.version} session={session} /> : null}
            <Sheet title={t('session.resource')}>
              {session.workshop?.resourceUrl ? (
                <a href={session.workshop.resourceUrl} rel="noreferrer noopener" target="_blank">
                  {session.workshop.resourceTitle ?? session.workshop.resourceUrl}
                </a>
              ) : (
                <p className="soft">{t('session.noResource')}</p>
              )}
            </Sheet>
            <Sheet title={t('session.history')}>
              {session.corrections?.length ? (
                <ul>
                  {session.corrections.map((correction) => (
                    <li key={correction.id}>
                      {format.moment(correction.at)} · {correction.reason}
                    </li>
                  ))}
                </ul>
              ) : (
                <p className="soft">{t('session.noHistory')}</p>
              )}
            </Sheet>
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
