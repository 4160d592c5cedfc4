import { Checkbox } from '@mantine/core';
import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { RefusalSummary } from '../../ui/form.js';
import { useFormat } from '../../ui/format.js';
import { Chip, Row, Stack } from '../../ui/layout.js';
import { useToday } from '../../ui/use-today.js';
import { type JourneyShown, TOUCHED } from './support-query.js';

const FINISH = graphql(`
  mutation FinishStep($input: FinishStepInput!) {
    finishStep(input: $input) {
      id
    }
  }
`);

/** Goals with their steps; a step is ticked when it is done. */
export function Plan({ journey, edits }: { readonly journey: JourneyShown; readonly edits: boolean }) {
  const t = useWords();
  const label = useLabel();
  const format = useFormat();
  const { newId } = useEnvironment();
  const finish = useCommand(FINISH, { touches: TOUCHED });
  const day = (plain: string) => format.day(`${plain}T12:00:00Z`, 'short');
  const today = useToday();
  const { id, goals, endedOn } = journey;
  if (goals.length === 0) return <p className="soft">{t('support.planNone')}</p>;
  return (
    <Stack gap={16}>
      <RefusalSummary refusals={finish.refusals} />
      {goals.map((goal) => (
        <Stack key={goal.id} gap={8}>
          <h3>{goal.title}</h3>
          <ul className="plain">
            {goal.steps.map((step) => (
              <li key={step.id}>
                <Row gap={12}>
                  <Checkbox
                    checked={step.doneOn !== null}
                    disabled={!edits || finish.sending}
                    label={step.title}
                    onChange={(event) =>
                      void finish.send({ input: { id, stepId: step.id, done: event.currentTarget.checked } }, newId())
                    }
                  />
                  <span className="soft small">
                    {[
                      label('StepOwner', step.owner),
                      step.doneOn
                        ? t('support.doneOn', { day: day(step.doneOn) })
                        : t('support.dueOn', { day: day(step.dueOn) }),
                    ].join(' · ')}
                  </span>
                  {step.doneOn === null && endedOn === null && step.dueOn < today ? (
                    <Chip tone="wrong">{t('support.late')}</Chip>
                  ) : null}
                </Row>
              </li>
            ))}
          </ul>
        </Stack>
      ))}
    </Stack>
  );
}
