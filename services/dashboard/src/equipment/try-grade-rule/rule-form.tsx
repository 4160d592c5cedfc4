import { useState } from 'react';
import { useCommand } from '../../app/use-command.js';
import { useUnsavedGuard } from '../../app/use-unsaved-guard.js';
import { useWords } from '../../i18n/words.js';
import { NumberField, TextField } from '../../ui/fields.js';
import { EntryForm, FieldRow, FormPart, SaveButton } from '../../ui/form.js';
import { Sheet } from '../../ui/layout.js';
import { useEntry } from '../../ui/use-entry.js';
import { type Thresholds, TRY, type Trial } from './grade-query.js';

const LISTS = ['ramGb', 'ssdGb', 'hddGb', 'cpuMark'] as const;
const MEASURES = ['tolerancePercent', 'nvmePoints', 'slowCpuMark'] as const;
const CAPS = ['capHdd', 'capWindows10', 'capSsdSlowCpu', 'capHddSlowCpu'] as const;
const POINTS = ['pointsForC', 'pointsForB', 'pointsForA', 'pointsForPremium'] as const;
type List = (typeof LISTS)[number];
type Numbered = Exclude<keyof Thresholds, List>;
type Values = Record<List, string> & Record<Numbered, number | null>;

/** A rule to be tried, beginning with the one that grades today; trying it changes nothing. */
export function RuleForm(props: {
  readonly from: Thresholds;
  /** What was tried is no longer what stands in the form. */
  readonly onChange: () => void;
  readonly onTried: (candidate: Thresholds, trial: Trial) => void;
}) {
  const t = useWords();
  const [fresh] = useState((): Values => {
    const { ramGb, ssdGb, hddGb, cpuMark, ...numbers } = props.from;
    const text = (limits: readonly number[]) => limits.join(', ');
    return { ...numbers, ramGb: text(ramGb), ssdGb: text(ssdGb), hddGb: text(hddGb), cpuMark: text(cpuMark) };
  });
  const entry = useEntry(fresh);
  useUnsavedGuard(entry.touched);
  const attempt = useCommand(TRY);
  const { values } = entry;
  const set = <F extends keyof Values>(name: F, value: Values[F]) => {
    entry.set(name, value);
    props.onChange();
  };
  const send = async () => {
    const limits = Object.fromEntries(LISTS.map((name) => [name, numbersIn(values[name])])) as Record<List, number[]>;
    // What is no number travels as such and is refused beside its field.
    const candidate = { ...values, ...limits } as Thresholds;
    const answer = await attempt.send({ input: candidate }, entry.idempotencyKey);
    if (answer?.tryGradeRule) props.onTried(candidate, answer.tryGradeRule);
  };
  const numbers = (names: readonly Numbered[]) => (
    <FieldRow>
      {names.map((name) => (
        <NumberField
          key={name}
          path={name}
          label={t(`grades.${name}`)}
          required
          value={values[name]}
          onChange={(value) => set(name, value)}
        />
      ))}
    </FieldRow>
  );
  return (
    <Sheet title={t('grades.try')}>
      <EntryForm
        label={t('grades.try')}
        refusals={attempt.refusals}
        sending={attempt.sending}
        onSend={() => void send()}
      >
        <FormPart title={t('grades.limits')}>
          <p className="soft small">{t('grades.limitsHelp')}</p>
          {LISTS.map((name) => (
            <TextField
              key={name}
              path={name}
              label={t(`grades.${name}`)}
              required
              value={values[name]}
              onChange={(text) => set(name, text)}
            />
          ))}
          {numbers(MEASURES)}
        </FormPart>
        <FormPart title={t('grades.caps')}>{numbers(CAPS)}</FormPart>
        <FormPart title={t('grades.points')}>{numbers(POINTS)}</FormPart>
        <SaveButton as="beside">{t('grades.tryIt')}</SaveButton>
      </EntryForm>
    </Sheet>
  );
}

/** Whole numbers, however they are set apart. */
function numbersIn(text: string): number[] {
  return text
    .split(/[^0-9]+/)
    .filter(Boolean)
    .map(Number);
}
