import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useWords } from '../../i18n/words.js';
import { NumberField } from '../../ui/fields.js';
import { EntryForm, SaveButton } from '../../ui/form.js';
import { useEntry } from '../../ui/use-entry.js';
import { TRANSFER_TOUCHES, type TransferShown } from '../transfer-query.js';
import { useWhat } from '../transfer-words.js';

const ACCEPT = graphql(`
  mutation AcceptTransfer($input: AcceptTransferInput!) {
    acceptTransfer(input: $input) {
      id
    }
  }
`);

/** How much of each line will be sent; all of it to begin with. */
export function AcceptTransfer({ transfer }: { readonly transfer: TransferShown }) {
  const t = useWords();
  const what = useWhat();
  const accept = useCommand(ACCEPT, { touches: TRANSFER_TOUCHES });
  const entry = useEntry({ counts: transfer.lines.map((line): number | null => line.asked) });
  const { counts } = entry.values;
  const save = () => {
    const accepted = counts.map((count) => count ?? 0);
    const input = { id: transfer.id, accepted, expectedVersion: transfer.version };
    return accept.send({ input }, entry.idempotencyKey);
  };
  return (
    <EntryForm
      label={t('transfer.accept')}
      refusals={accept.refusals}
      sending={accept.sending}
      onSend={() => void save()}
    >
      <p className="soft">{t('transfer.acceptHow')}</p>
      {transfer.lines.map((line, index) => (
        <NumberField
          key={`${line.type} ${line.grade} ${line.tag}`}
          path={`accepted[${index}]`}
          label={t('transfer.line', { count: line.asked, what: what(line) })}
          value={counts[index] ?? null}
          onChange={(count) => entry.set('counts', counts.with(index, count))}
        />
      ))}
      <SaveButton>{t('transfer.accept')}</SaveButton>
    </EntryForm>
  );
}
