import { Button } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { allowed } from '../../app/claims.js';
import { useLive } from '../../app/live/live.js';
import { RecordPage } from '../../app/record-page.js';
import { useIdentity } from '../../app/session.js';
import { useCommand } from '../../app/use-command.js';
import { keyOf, useRead } from '../../app/use-read.js';
import type { MessageId } from '../../i18n/fr.js';
import { SeriesLanguage } from '../../i18n/series-language.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { useFormat } from '../../ui/format.js';
import { Chip, PageHead, Sheet, Stack } from '../../ui/layout.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import { SessionsTable } from '../list-sessions/sessions-table.js';
import { SESSION } from '../show-session/session-query.js';
import { CANCEL_SERIES, SERIES, type SeriesShown } from './series-query.js';

/** A dialog’s code weighs as much as a page: it comes when one is first opened. */
const DuplicateSeries = lazy(async () => ({ default: (await import('./duplicate-series.js')).DuplicateSeries }));
const Waitlist = lazy(async () => ({ default: (await import('../list-waitlist/waitlist.js')).Waitlist }));
const EnrolInSeries = lazy(async () => ({
  default: (await import('../enrol-in-series/enrol-in-series.js')).EnrolInSeries,
}));
const PostponeSeries = lazy(async () => ({ default: (await import('./postpone-series.js')).PostponeSeries }));

/** One series: its sessions and seats; postpone it, plan it again, call off the rest. */
export function Page() {
  return (
    <SeriesLanguage>
      <Series />
    </SeriesLanguage>
  );
}

function Series() {
  const t = useWords();
  const { id = '' } = useParams({ strict: false });
  const read = useRead(SERIES, { id, people: allowed(useIdentity(), 'ReadEnrolments') });
  useLive([read.key], ['*']);
  return (
    <RecordPage
      read={read}
      at="workshopSeries"
      title={t('page.series')}
      doing={t('series.doing')}
      unknown={t('series.unknown')}
      record={({ workshopSeries }) => workshopSeries}
    >
      {(series) => <SeriesView series={series} />}
    </RecordPage>
  );
}

type Act = 'postpone' | 'duplicate' | 'cancel';

function SeriesView({ series }: { readonly series: SeriesShown }) {
  const t = useWords();
  const format = useFormat();
  const { now } = useEnvironment();
  const identity = useIdentity();
  const plans = allowed(identity, 'PlanSessions');
  const [act, setAct] = useState<Act>();
  const cancel = useCommand(CANCEL_SERIES, { touches: [keyOf(SERIES), keyOf(SESSION)] });
  const toCome = series.sessions.filter(({ state, startsAt }) => state === 'SCHEDULED' && new Date(startsAt) > now());
  const close = () => setAct(undefined);
  const button = (wanted: Act, word: MessageId) => (
    <Button variant="default" onClick={() => setAct(wanted)}>
      {t(word)}
    </Button>
  );
  const corrections = 'corrections' in series ? (series.corrections ?? []) : [];
  return (
    <Stack gap={24}>
      <PageHead
        title={series.title}
        context={
          <>
            {t(`series.kind.${series.kind}` as MessageId)} · {t('series.count', { count: series.sessions.length })}{' '}
            {series.state === 'CANCELLED' ? <Chip tone="wrong">{t('series.cancelled')}</Chip> : null}
          </>
        }
        aside={
          plans ? (
            <>
              {button('duplicate', 'series.duplicate')}
              {toCome.length > 0 ? button('postpone', 'series.postpone') : null}
              {toCome.length > 0 ? button('cancel', 'series.cancel') : null}
            </>
          ) : null
        }
      />
      <Sheet title={t('series.sessions')}>
        <SessionsTable caption={t('series.sessions')} withDay rows={series.sessions} empty={null} />
      </Sheet>
      {allowed(identity, 'ReadEnrolments') && toCome.length > 0 ? (
        <Suspense fallback={null}>
          <EnrolInSeries seriesId={series.id} />
          <Waitlist
            of="series"
            id={series.id}
            open={toCome.some((session) => session.seatsTaken + session.seatsHeld >= session.seats)}
          />
        </Suspense>
      ) : null}
      {corrections.length > 0 ? (
        <Sheet title={t('series.history')}>
          <ul className="plain">
            {corrections.map((correction) => (
              <li key={correction.id}>
                <span className="soft small">{format.moment(correction.at)}</span>
                <div>{correction.reason}</div>
              </li>
            ))}
          </ul>
        </Sheet>
      ) : null}
      <Suspense fallback={null}>
        {act === 'postpone' ? <PostponeSeries series={series} toCome={toCome} onClose={close} /> : null}
        {act === 'duplicate' ? <DuplicateSeries series={series} onClose={close} /> : null}
      </Suspense>
      <ReasonDialog
        opened={act === 'cancel'}
        title={t('series.cancel')}
        consequence={t('series.cancelWhat')}
        confirm={t('series.cancel')}
        refusals={cancel.refusals}
        sending={cancel.sending}
        onConfirm={(reason, key) =>
          void cancel.send({ input: { seriesId: series.id, reason } }, key).then((done) => done && close())
        }
        onClose={close}
      />
    </Stack>
  );
}
