import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { Block } from '../../app/block.js';
import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { keyOf, useRead } from '../../app/use-read.js';
import { AssessmentLanguage } from '../../i18n/assessment-language.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { Lines, Row, Sheet, Stack } from '../../ui/layout.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import { Empty } from '../../ui/states.js';
import { Unfold } from '../../ui/unfold.js';
import { ASSESSMENTS, type AssessmentShown } from './assessments-query.js';

const VOID = graphql(`
  mutation VoidAssessment($input: VoidAssessmentInput!) {
    voidAssessment(input: $input) {
      id
    }
  }
`);
// A dialog that few visits open.
const RecordAssessment = lazy(async () => ({
  default: (await import('../record-assessment/record-assessment.js')).RecordAssessment,
}));

/** How a person's digital skills were measured, and the way to measure them. */
export function AssessmentsOfPerson(props: { readonly id: string; readonly edits: boolean }) {
  return (
    <AssessmentLanguage>
      <Inside {...props} />
    </AssessmentLanguage>
  );
}

function Inside({ id, edits }: { readonly id: string; readonly edits: boolean }) {
  const t = useWords();
  const read = useRead(ASSESSMENTS, { id });
  const back = useCommand(VOID, { touches: [keyOf(ASSESSMENTS), ['read', 'FollowUps']] });
  const [asking, setAsking] = useState(false);
  const [voiding, setVoiding] = useState<string | null>(null);
  const found = read.data?.beneficiary?.assessments ?? [];
  const next = nextOf(found);
  return (
    <Sheet
      title={t('assessment.title')}
      aside={
        edits && read.data ? (
          <Button variant="default" onClick={() => setAsking(true)}>
            {t('assessment.record')}
          </Button>
        ) : null
      }
    >
      <Block read={read} at="beneficiary.assessments" doing={t('assessment.doing')}>
        {() =>
          found.length === 0 ? (
            <Empty reason="nothing-yet">{t('assessment.none')}</Empty>
          ) : (
            <Lines>
              {found.map((one) => (
                <Assessment key={one.id} one={one} onVoid={edits ? () => setVoiding(one.id) : undefined} />
              ))}
            </Lines>
          )
        }
      </Block>
      <Suspense fallback={null}>
        {asking ? <RecordAssessment beneficiaryId={id} moment={next} onClose={() => setAsking(false)} /> : null}
      </Suspense>
      <ReasonDialog
        opened={voiding !== null}
        title={t('assessment.void')}
        consequence={t('assessment.voidWhat')}
        confirm={t('assessment.void')}
        refusals={back.refusals}
        sending={back.sending}
        onConfirm={(reason, key) =>
          void back.send({ input: { id: voiding ?? '', reason } }, key).then((done) => done && setVoiding(null))
        }
        onClose={() => {
          back.forget();
          setVoiding(null);
        }}
      />
    </Sheet>
  );
}

function Assessment({ one, onVoid }: { readonly one: AssessmentShown; readonly onVoid: (() => void) | undefined }) {
  const t = useWords();
  const label = useLabel();
  const format = useFormat();
  const day = (plain: string) => format.day(`${plain}T12:00:00Z`, 'short');
  const head = [
    label('AssessmentMoment', one.moment),
    one.result ? label('DigitalProfile', one.result.profile) : label('AssessmentOutcome', one.outcome),
  ].join(' · ');
  return (
    <Stack gap={8}>
      <Row apart>
        {one.voidedAt ? <s>{head}</s> : <strong>{head}</strong>}
        <span className="soft small">{day(one.occurredOn)}</span>
      </Row>
      {one.voidedAt ? null : (
        <>
          {one.result ? (
            <p className="soft">{t('assessment.level', { level: label('WorkshopLevel', one.result.level) })}</p>
          ) : null}
          {one.followUpOn ? <p className="soft">{t('assessment.followUp', { day: day(one.followUpOn) })}</p> : null}
          {one.result ? (
            <Unfold label={t('assessment.why')}>
              <ol className="plain">
                {one.result.lines.map((line) => (
                  <li key={`${line.rule} ${line.theme}`}>
                    {t(`assessment.line.${line.rule}`, {
                      theme: label('MediationTheme', line.theme ?? ''),
                      points: line.points,
                      outOf: line.outOf,
                      autonomy: label('AutonomyLevel', line.autonomy ?? '').toLowerCase(),
                      profile: label('DigitalProfile', line.profile ?? ''),
                    })}
                  </li>
                ))}
              </ol>
            </Unfold>
          ) : null}
          {onVoid ? (
            <div>
              <Button variant="default" onClick={onVoid}>
                {t('assessment.void')}
              </Button>
            </div>
          ) : null}
        </>
      )}
    </Stack>
  );
}

/** What usually comes next. */
function nextOf(found: readonly AssessmentShown[]): AssessmentShown['moment'] {
  const last = found.findLast(({ voidedAt }) => voidedAt === null);
  return last === undefined || last.moment === 'SIX_MONTHS' ? 'ENTRY' : last.moment === 'ENTRY' ? 'EXIT' : 'SIX_MONTHS';
}
