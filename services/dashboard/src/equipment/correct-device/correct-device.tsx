import type { QueryKey } from '@tanstack/react-query';
import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useChoices } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { ChoiceField } from '../../ui/fields.js';
import { FieldRow } from '../../ui/form.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { ReasonField } from '../../ui/reason-field.js';
import { useEntry } from '../../ui/use-entry.js';

const CORRECT = graphql(`
  mutation CorrectDevice($input: CorrectDeviceInput!) {
    correctDevice(input: $input) {
      id
    }
  }
`);

interface Corrected {
  readonly id: string;
  readonly type: string;
  readonly grade: string | null;
  readonly version: number;
}

/** What the device really is, when its type or grade was noted by mistake; a sale already made keeps its price. */
export function CorrectDevice(props: {
  readonly device: Corrected;
  readonly touches: readonly QueryKey[];
  readonly onClose: () => void;
}) {
  const t = useWords();
  const { device, onClose } = props;
  const correct = useCommand(CORRECT, { touches: props.touches });
  const entry = useEntry({ type: device.type, grade: device.grade ?? '', reason: '' });
  const { values, change } = entry;
  const types = useChoices('EquipmentType');
  const grades = useChoices('Grade');
  const save = async () => {
    const input = {
      id: device.id,
      expectedVersion: device.version,
      reason: values.reason.trim(),
      ...(values.type === device.type ? {} : { type: values.type }),
      ...(values.grade === (device.grade ?? '') ? {} : { grade: values.grade }),
    };
    if (await correct.send({ input: input as never }, entry.idempotencyKey)) onClose();
  };
  return (
    <FormDialog
      title={t('devices.correct')}
      save={t('devices.correctSave')}
      refusals={correct.refusals}
      sending={correct.sending}
      onSend={() => void save()}
      onClose={onClose}
    >
      <p>{t('devices.correctWhat')}</p>
      <FieldRow>
        <ChoiceField
          path="type"
          label={t('devices.type')}
          data={types}
          value={values.type}
          onChange={(type) => change({ type })}
        />
        {device.grade ? (
          <ChoiceField
            path="grade"
            label={t('devices.grade')}
            data={grades}
            value={values.grade}
            onChange={(grade) => change({ grade })}
          />
        ) : null}
      </FieldRow>
      <ReasonField value={values.reason} onChange={(reason) => change({ reason })} />
    </FormDialog>
  );
}
