import { Button } from '@mantine/core';
import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useChoices } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { ChoiceField, TextField } from '../../ui/fields.js';
import { FieldRow, FormPart } from '../../ui/form.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { useFormat } from '../../ui/format.js';
import { Row, Stack } from '../../ui/layout.js';
import { useEntry } from '../../ui/use-entry.js';
import { type JourneyShown, TOUCHED } from '../show-support-journey/support-query.js';

const PLAN = graphql(`
  mutation PlanSupportJourney($input: PlanSupportJourneyInput!) {
    planSupportJourney(input: $input) {
      id
    }
  }
`);
interface StepDraft {
  readonly key: string;
  readonly id: string | null;
  readonly title: string;
  readonly owner: string;
  readonly dueOn: string;
  readonly done: boolean;
}
interface GoalDraft {
  readonly key: string;
  readonly id: string | null;
  readonly title: string;
  readonly steps: readonly StepDraft[];
}
const MOST = 10;
const DAYS_AHEAD = 30;

/** The whole plan in one form: goals, and under each its steps. */
export function PlanSupportJourney(props: { readonly journey: JourneyShown; readonly onClose: () => void }) {
  const { journey, onClose } = props;
  const t = useWords();
  const format = useFormat();
  const { now, newId } = useEnvironment();
  const plan = useCommand(PLAN, { touches: TOUCHED });
  const dueOn = format.localDate(new Date(now().getTime() + DAYS_AHEAD * 86_400_000));
  const newStep = (): StepDraft => ({ key: newId(), id: null, title: '', owner: 'PERSON', dueOn, done: false });
  const newGoal = (): GoalDraft => ({ key: newId(), id: null, title: '', steps: [newStep()] });
  const known = journey.goals.map(
    (goal): GoalDraft => ({
      ...{ key: goal.id, id: goal.id, title: goal.title },
      steps: goal.steps.map(({ id, title, owner, dueOn: due, doneOn }) => ({
        ...{ key: id, id, title, owner, dueOn: due, done: doneOn !== null },
      })),
    }),
  );
  const entry = useEntry({ goals: known.length > 0 ? known : [newGoal()] });
  const { goals } = entry.values;
  const keep = (n: number, goal: GoalDraft) => entry.set('goals', goals.with(n, goal));
  const save = async () => {
    const input = {
      ...{ id: journey.id, expectedVersion: journey.version },
      goals: goals.map(({ id, title, steps }) => ({
        ...{ id, title },
        steps: steps.map((step) => ({ id: step.id, title: step.title, owner: step.owner, dueOn: step.dueOn })),
      })),
    };
    if (await plan.send({ input: input as never }, entry.idempotencyKey)) onClose();
  };
  return (
    <FormDialog
      title={t('support.planEdit')}
      save={t('support.planEdit')}
      refusals={plan.refusals}
      sending={plan.sending}
      onSend={() => void save()}
      onClose={onClose}
    >
      <p>{t('support.planWhat')}</p>
      {goals.map((goal, n) => (
        <FormPart key={goal.key} title={t('support.goal', { n: n + 1 })}>
          <TextField
            path={`goals.${n}.title`}
            label={t('support.goal', { n: n + 1 })}
            required
            value={goal.title}
            onChange={(title) => keep(n, { ...goal, title })}
          />
          {goal.steps.map((step, m) => (
            <Step
              key={step.key}
              path={`goals.${n}.steps.${m}`}
              n={m + 1}
              step={step}
              onChange={(changed) => keep(n, { ...goal, steps: goal.steps.with(m, changed) })}
              onRemove={() => keep(n, { ...goal, steps: goal.steps.filter((_, at) => at !== m) })}
            />
          ))}
          <Row gap={8}>
            {goal.steps.length < MOST ? (
              <Button variant="default" onClick={() => keep(n, { ...goal, steps: [...goal.steps, newStep()] })}>
                {t('support.addStep')}
              </Button>
            ) : null}
            {goal.steps.some(({ done }) => done) ? null : (
              <Button
                variant="default"
                onClick={() =>
                  entry.set(
                    'goals',
                    goals.filter((_, at) => at !== n),
                  )
                }
              >
                {t('support.removeGoal', { n: n + 1 })}
              </Button>
            )}
          </Row>
        </FormPart>
      ))}
      {goals.length < MOST ? (
        <div>
          <Button variant="default" onClick={() => entry.set('goals', [...goals, newGoal()])}>
            {t('support.addGoal')}
          </Button>
        </div>
      ) : null}
    </FormDialog>
  );
}

/** One step; what is done stays as it was done. */
function Step(props: {
  readonly path: string;
  readonly n: number;
  readonly step: StepDraft;
  readonly onChange: (step: StepDraft) => void;
  readonly onRemove: () => void;
}) {
  const { path, n, step, onChange } = props;
  const t = useWords();
  const owners = useChoices('StepOwner');
  if (step.done)
    return (
      <p className="soft">
        {step.title} · {t('support.done')}
      </p>
    );
  return (
    <Stack gap={8}>
      <TextField
        path={`${path}.title`}
        label={t('support.step', { n })}
        required
        value={step.title}
        onChange={(title) => onChange({ ...step, title })}
      />
      <FieldRow>
        <ChoiceField
          path={`${path}.owner`}
          label={t('support.owner')}
          data={owners}
          value={step.owner}
          onChange={(owner) => onChange({ ...step, owner })}
        />
        <TextField
          path={`${path}.dueOn`}
          type="date"
          label={t('support.due')}
          value={step.dueOn}
          onChange={(dueOn) => onChange({ ...step, dueOn })}
        />
      </FieldRow>
      <div>
        <Button variant="default" onClick={props.onRemove}>
          {t('support.removeStep', { n })}
        </Button>
      </div>
    </Stack>
  );
}
