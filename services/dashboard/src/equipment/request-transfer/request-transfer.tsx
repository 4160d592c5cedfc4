import { useBranchName } from '../../app/branch-names.js';
import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useChoices } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { ChoiceField, NumberField, TextField } from '../../ui/fields.js';
import { FieldRow } from '../../ui/form.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { useEntry } from '../../ui/use-entry.js';
import { TRANSFER_TOUCHES } from '../transfer-query.js';

const REQUEST = graphql(`
  mutation RequestTransfer($input: RequestTransferInput!) {
    requestTransfer(input: $input) {
      id
    }
  }
`);

/** What the form begins with: nothing, or what was suggested. */
export interface Asked {
  readonly from: string;
  readonly to: string;
  readonly type: string;
  readonly grade: string;
  readonly count: number;
}

/** A branch asks another for devices of a type and grade, or for one by its tag. */
export function RequestTransfer(props: {
  readonly asked: Asked;
  readonly receivers: readonly string[];
  readonly onDone: (id: string) => void;
  readonly onClose: () => void;
}) {
  const t = useWords();
  const names = useBranchName();
  const types = useChoices('EquipmentType');
  const grades = useChoices('Grade');
  const entry = useEntry({ ...props.asked, tag: '' });
  const request = useCommand(REQUEST, { touches: TRANSFER_TOUCHES });
  const { values } = entry;
  const cities = (codes: readonly string[]) => [
    { value: '', label: t('transfer.choose') },
    ...codes.map((code) => ({ value: code, label: names.of(code) })),
  ];
  const save = async () => {
    const tag = values.tag.trim();
    const line = tag === '' ? { type: values.type, grade: values.grade, count: values.count } : { tag };
    const input = { branch: values.to || null, from: values.from, lines: [line] };
    const answer = await request.send({ input: input as never }, entry.idempotencyKey);
    if (answer?.requestTransfer) props.onDone(answer.requestTransfer.id);
  };
  return (
    <FormDialog
      title={t('transfer.ask')}
      save={t('transfer.askSend')}
      refusals={request.refusals}
      sending={request.sending}
      onSend={() => void save()}
      onClose={props.onClose}
    >
      <ChoiceField
        path="from"
        label={t('transfer.from')}
        required
        data={cities(names.all.filter((code) => code !== values.to))}
        value={values.from}
        onChange={(from) => entry.set('from', from)}
      />
      {props.receivers.length > 1 ? (
        <ChoiceField
          path="branch"
          label={t('transfer.to')}
          required
          data={cities(props.receivers)}
          value={values.to}
          onChange={(to) => entry.set('to', to)}
        />
      ) : null}
      <FieldRow>
        <ChoiceField
          path="lines[0].type"
          label={t('devices.type')}
          data={types}
          value={values.type}
          onChange={(type) => entry.set('type', type)}
        />
        <ChoiceField
          path="lines[0].grade"
          label={t('devices.grade')}
          data={grades}
          value={values.grade}
          onChange={(grade) => entry.set('grade', grade)}
        />
        <NumberField
          path="lines[0].count"
          label={t('transfer.count')}
          value={values.count}
          onChange={(count) => entry.set('count', count ?? Number.NaN)}
        />
      </FieldRow>
      <TextField
        path="lines[0].tag"
        label={t('transfer.tagAsked')}
        value={values.tag}
        onChange={(tag) => entry.set('tag', tag)}
      />
    </FormDialog>
  );
}
