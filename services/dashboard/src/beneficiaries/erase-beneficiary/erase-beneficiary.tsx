import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useWords } from '../../i18n/words.js';
import { ChoiceField, TextField } from '../../ui/fields.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { useEntry } from '../../ui/use-entry.js';
import type { PersonShown } from '../show-beneficiary/person-query.js';

const ERASE = graphql(`
  mutation EraseBeneficiary($input: EraseBeneficiaryInput!) {
    eraseBeneficiary(input: $input) {
      id
      erasedAt
    }
  }
`);
const GROUNDS = ['ASKED_BY_PERSON', 'OBJECTION', 'RETENTION_ENDED'] as const;
type Ground = (typeof GROUNDS)[number];

/** Erasing somebody for good: why, and the word that nobody types by a slip. */
export function EraseBeneficiary({ person, onClose }: { readonly person: PersonShown; readonly onClose: () => void }) {
  const t = useWords();
  const entry = useEntry<{ ground: Ground; confirmation: string }>({ ground: 'ASKED_BY_PERSON', confirmation: '' });
  const erase = useCommand(ERASE, {
    touches: [
      ['read', 'Person'],
      ['read', 'People'],
      ['read', 'RecentPeople'],
    ],
  });
  const save = async () => {
    const input = { id: person.id, expectedVersion: person.version, ...entry.values };
    if (await erase.send({ input }, entry.idempotencyKey)) onClose();
  };
  return (
    <FormDialog
      title={t('rights.erase')}
      save={t('rights.eraseSave')}
      refusals={erase.refusals}
      sending={erase.sending}
      onSend={() => void save()}
      onClose={onClose}
    >
      <p>{t('rights.eraseWhat')}</p>
      <ChoiceField
        path="ground"
        label={t('rights.ground')}
        data={GROUNDS.map((value) => ({ value, label: t(`rights.ground.${value}`) }))}
        value={entry.values.ground}
        onChange={(ground) => entry.change({ ground: ground as Ground })}
      />
      <TextField
        path="confirmation"
        label={t('rights.confirm')}
        required
        value={entry.values.confirmation}
        onChange={(confirmation) => entry.change({ confirmation })}
      />
    </FormDialog>
  );
}
