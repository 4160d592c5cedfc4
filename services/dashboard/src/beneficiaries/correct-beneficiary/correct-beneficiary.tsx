import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useChoices } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { ChoiceField, TextField } from '../../ui/fields.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { ReasonField } from '../../ui/reason-field.js';
import { useEntry } from '../../ui/use-entry.js';
import type { PersonShown } from '../show-beneficiary/person-query.js';
import { situationFrom } from '../show-beneficiary/situation-from.js';
import { SituationFields, situationOf } from '../situation-fields.js';

const CORRECT = graphql(`
  mutation CorrectBeneficiary($input: CorrectBeneficiaryInput!) {
    correctBeneficiary(input: $input) {
      id
    }
  }
`);

/** Something was noted by mistake: it is mended from the start, and the figures follow. */
export function CorrectBeneficiary({
  person,
  onClose,
}: {
  readonly person: PersonShown;
  readonly onClose: () => void;
}) {
  const t = useWords();
  const entry = useEntry({
    ...situationFrom(person),
    birthYear: String(person.birthYear ?? ''),
    orientationSource: person.orientationSource,
    reason: '',
  });
  const { values, change } = entry;
  const correct = useCommand(CORRECT, {
    touches: [
      ['read', 'Person'],
      ['read', 'RecentPeople'],
      ['read', 'People'],
    ],
  });
  const save = async () => {
    const input = {
      id: person.id,
      expectedVersion: person.version,
      reason: values.reason.trim(),
      ...onlyChanged(situationOf(values), situationOf(situationFrom(person))),
      ...(values.birthYear && Number(values.birthYear) !== person.birthYear
        ? { birthYear: Number(values.birthYear) }
        : {}),
      ...onlyChanged(
        { orientationSource: values.orientationSource },
        { orientationSource: person.orientationSource as string },
      ),
    };
    if (await correct.send({ input: input as never }, entry.idempotencyKey)) onClose();
  };
  return (
    <FormDialog
      title={t('people.correct')}
      save={t('people.saveCorrection')}
      refusals={correct.refusals}
      sending={correct.sending}
      onSend={() => void save()}
      onClose={onClose}
    >
      <p>{t('people.correctWhat')}</p>
      <TextField
        path="birthYear"
        label={t('people.year')}
        value={values.birthYear}
        onChange={(text) => change({ birthYear: text.replace(/\D/g, '').slice(0, 4) })}
      />
      <SituationFields values={values} onChange={change} />
      <ChoiceField
        path="orientationSource"
        label={t('people.source')}
        data={useChoices('OrientationSource')}
        value={values.orientationSource}
        onChange={(orientationSource) => change({ orientationSource: orientationSource as 'SELF' })}
      />
      <ReasonField value={values.reason} onChange={(reason) => change({ reason })} />
    </FormDialog>
  );
}

/** A field left out stays as it is. */
function onlyChanged<T extends object>(now: T, before: T): Partial<T> {
  const keys = (Object.keys(now) as (keyof T)[]).filter((key) => now[key] !== before[key]);
  return Object.fromEntries(keys.map((key) => [key, now[key]])) as Partial<T>;
}
