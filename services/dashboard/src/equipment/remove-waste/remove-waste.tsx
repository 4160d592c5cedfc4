import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useWords } from '../../i18n/words.js';
import { NumberField, TextField } from '../../ui/fields.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { useEntry } from '../../ui/use-entry.js';

const REMOVE = graphql(`
  mutation RemoveWaste($input: RemoveWasteInput!) {
    removeWaste(input: $input) {
      id
    }
  }
`);

/** Notes what a collector took away: its slip, its weight, and the tagged devices in it. */
export function RemoveWaste(props: { readonly branch: string; readonly onClose: () => void }) {
  const t = useWords();
  const entry = useEntry({ collector: '', slip: '', kilograms: null as number | null, tags: '' });
  const remove = useCommand(REMOVE, {
    touches: [
      ['read', 'WasteRemovals'],
      ['read', 'Devices'],
    ],
  });
  const { collector, slip, kilograms, tags } = entry.values;
  const save = async () => {
    const input = {
      branch: props.branch,
      collector,
      slip,
      weightGrams: Math.round((kilograms ?? 0) * 1_000),
      tags: tags.split(/\s+/).filter(Boolean),
    };
    if (await remove.send({ input }, entry.idempotencyKey)) props.onClose();
  };
  return (
    <FormDialog
      title={t('waste.note')}
      save={t('waste.note')}
      refusals={remove.refusals}
      sending={remove.sending}
      onSend={() => void save()}
      onClose={props.onClose}
    >
      <TextField
        path="slip"
        label={t('waste.slip')}
        required
        value={slip}
        onChange={(value) => entry.set('slip', value)}
      />
      <TextField
        path="collector"
        label={t('waste.collector')}
        required
        value={collector}
        onChange={(value) => entry.set('collector', value)}
      />
      <NumberField
        path="weightGrams"
        label={t('waste.weight')}
        required
        value={kilograms}
        onChange={(value) => entry.set('kilograms', value)}
      />
      <TextField
        path="tags"
        label={t('waste.tags')}
        description={t('waste.tagsHelp')}
        value={tags}
        onChange={(value) => entry.set('tags', value)}
      />
    </FormDialog>
  );
}
