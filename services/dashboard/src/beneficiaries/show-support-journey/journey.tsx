import { Button } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { Block } from '../../app/block.js';
import { useRead } from '../../app/use-read.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { Chip, Row, Sheet, Stack } from '../../ui/layout.js';
import { JourneyActs } from './journey-acts.js';
import { Plan } from './plan.js';
import { JOURNEY, type JourneyShown } from './support-query.js';

// Dialogs that few visits open.
const PlanForm = lazy(async () => ({
  default: (await import('../plan-support-journey/plan-support-journey.js')).PlanSupportJourney,
}));
const EndForm = lazy(async () => ({
  default: (await import('../end-support-journey/end-support-journey.js')).EndSupportJourney,
}));

/** One support journey: how far it is, its plan, and what can be done with it. */
export function Journey({ id, edits }: { readonly id: string; readonly edits: boolean }) {
  const t = useWords();
  const label = useLabel();
  const read = useRead(JOURNEY, { id });
  const [asking, setAsking] = useState<'plan' | 'end' | null>(null);
  const journey = read.data?.supportJourney;
  const goesOn = edits && journey?.endedOn === null;
  return (
    <Sheet
      title={t('support.plan')}
      aside={
        journey ? (
          <Chip tone={journey.state === 'PAUSED' ? 'care' : journey.state === 'OPEN' ? 'good' : 'plain'}>
            {label('SupportJourneyState', journey.state)}
          </Chip>
        ) : null
      }
    >
      <Block read={read} at="supportJourney" doing={t('support.doing')} lines={5}>
        {() =>
          journey ? (
            <Stack gap={24}>
              <Where journey={journey} />
              <Plan journey={journey} edits={goesOn} />
              {edits ? (
                <JourneyActs journey={journey}>
                  {goesOn ? (
                    <>
                      <Button variant="default" onClick={() => setAsking('plan')}>
                        {t('support.planEdit')}
                      </Button>
                      <Button variant="default" onClick={() => setAsking('end')}>
                        {t('support.end')}
                      </Button>
                    </>
                  ) : null}
                </JourneyActs>
              ) : null}
            </Stack>
          ) : null
        }
      </Block>
      <Suspense fallback={null}>
        {journey && asking === 'plan' ? <PlanForm journey={journey} onClose={() => setAsking(null)} /> : null}
        {journey && asking === 'end' ? <EndForm journey={journey} onClose={() => setAsking(null)} /> : null}
      </Suspense>
    </Sheet>
  );
}

/** Since when, with whom, its pauses and how it ended. */
function Where({ journey }: { readonly journey: JourneyShown }) {
  const t = useWords();
  const label = useLabel();
  const format = useFormat();
  const day = (plain: string) => format.day(`${plain}T12:00:00Z`, 'short');
  const { hasReferent, isMine, pausedOn, endedOn, exitReason } = journey;
  const referent = isMine ? 'support.referentYou' : hasReferent ? 'support.referentOther' : 'support.referentNone';
  const outcomes = journey.outcomes.map((outcome) => label('SupportOutcome', outcome)).join(', ');
  const lines: ReactNode[] = [
    `${t('support.opened', { day: day(journey.openedOn) })} · ${t('support.referent')}\u00a0: ${t(referent)}`,
    ...journey.pauses.map(({ from, until }) => t('support.paused', { from: day(from), until: day(until) })),
    ...(pausedOn ? [t('support.pausedOn', { day: day(pausedOn) })] : []),
  ];
  return (
    <Stack gap={4}>
      {lines.map((line) => (
        <p key={String(line)} className="soft">
          {line}
        </p>
      ))}
      {endedOn && exitReason ? (
        <Row gap={8}>
          <strong>{t('support.ended', { day: day(endedOn) })}</strong>
          <span>{[label('ExitReason', exitReason), outcomes || t('support.outcomesNone')].join(' · ')}</span>
        </Row>
      ) : null}
    </Stack>
  );
}
