import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useWords } from '../../i18n/words.js';
import { TextField } from '../../ui/fields.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { useEntry } from '../../ui/use-entry.js';
import { useToday } from '../../ui/use-today.js';
import type { PersonShown } from '../show-beneficiary/person-query.js';
import { situationFrom } from '../show-beneficiary/situation-from.js';
import { SituationFields, situationOf } from '../situation-fields.js';

const CHANGE = graphql(`
  mutation ChangeSituation($input: ChangeSituationInput!) {
    changeSituation(input: $input) {
      id
    }
  }
`);

/** Something is another in the person's life from a day on; what was counted before stays under what they were then. */
export function ChangeSituation({ person, onClose }: { readonly person: PersonShown; readonly onClose: () => void }) {
  const t = useWords();
  const today = useToday();
  const entry = useEntry({ ...situationFrom(person), holdsFrom: today });
  const change = useCommand(CHANGE, { touches: [['read', 'Person']] });
  const save = async () => {
    const { holdsFrom } = entry.values;
    const input = { id: person.id, expectedVersion: person.version, holdsFrom, ...situationOf(entry.values) };
    if (await change.send({ input: input as never }, entry.idempotencyKey)) onClose();
  };
  return (
    <FormDialog
      title={t('people.changeSituation')}
      save={t('people.saveSituation')}
      refusals={change.refusals}
      sending={change.sending}
      onSend={() => void save()}
      onClose={onClose}
    >
      <p>{t('people.changeSituationWhat')}</p>
      <SituationFields values={entry.values} onChange={entry.change} />
      <TextField
        path="holdsFrom"
        label={t('people.holdsFrom')}
        type="date"
        max={today}
        required
        value={entry.values.holdsFrom}
        onChange={(holdsFrom) => entry.change({ holdsFrom })}
      />
    </FormDialog>
  );
}
