import { useBranchName } from '../../app/branch-names.js';
import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useWords } from '../../i18n/words.js';
import { ChoiceField } from '../../ui/fields.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { ReasonField } from '../../ui/reason-field.js';
import { useEntry } from '../../ui/use-entry.js';
import type { PairedShown } from '../list-duplicate-pairs/pairs-query.js';

const MERGE = graphql(`
  mutation MergeBeneficiaries($input: MergeBeneficiariesInput!) {
    mergeBeneficiaries(input: $input) {
      id
    }
  }
`);

/** Says that two records are one person, which of them goes on, and how that was found out. */
export function MergeBeneficiaries(props: { readonly people: readonly PairedShown[]; readonly onClose: () => void }) {
  const { people, onClose } = props;
  const t = useWords();
  const names = useBranchName();
  const entry = useEntry({ keptId: people[0]?.id ?? '', reason: '' });
  const merge = useCommand(MERGE, {
    touches: [
      ['read', 'DuplicatePairs'],
      ['read', 'Person'],
      ['read', 'People'],
    ],
  });
  const { keptId, reason } = entry.values;
  const mergedId = people.find(({ id }) => id !== keptId)?.id ?? '';
  const save = async () => {
    if (await merge.send({ input: { keptId, mergedId, reason } }, entry.idempotencyKey)) onClose();
  };
  return (
    <FormDialog
      title={t('duplicates.same')}
      save={t('duplicates.same')}
      refusals={merge.refusals}
      sending={merge.sending}
      onSend={() => void save()}
      onClose={onClose}
    >
      <p>{t('duplicates.sameWhat')}</p>
      <ChoiceField
        path="keptId"
        label={t('duplicates.kept')}
        value={keptId}
        onChange={(chosen) => entry.change({ keptId: chosen })}
        data={people.map(({ id, initials, birthYear, branch }) => ({
          value: id,
          label: [initials, birthYear, names.of(branch?.code ?? '')].filter(Boolean).join(', '),
        }))}
      />
      <ReasonField value={reason} onChange={(typed) => entry.change({ reason: typed })} />
    </FormDialog>
  );
}
