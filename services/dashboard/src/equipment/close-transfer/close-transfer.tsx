import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useWords } from '../../i18n/words.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { useEntry } from '../../ui/use-entry.js';
import { TRANSFER_TOUCHES, type TransferShown } from '../transfer-query.js';

const CLOSE = graphql(`
  mutation CloseTransfer($input: CloseTransferInput!) {
    closeTransfer(input: $input) {
      id
    }
  }
`);

/** Says that nothing more came: what was not scanned is missing. */
export function CloseTransfer(props: { readonly transfer: TransferShown; readonly onClose: () => void }) {
  const t = useWords();
  const close = useCommand(CLOSE, { touches: TRANSFER_TOUCHES });
  const entry = useEntry({});
  const { id, version, devices } = props.transfer;
  const save = async () => {
    if (await close.send({ input: { id, expectedVersion: version } }, entry.idempotencyKey)) props.onClose();
  };
  return (
    <FormDialog
      title={t('transfer.close')}
      save={t('transfer.close')}
      refusals={close.refusals}
      sending={close.sending}
      onSend={() => void save()}
      onClose={props.onClose}
    >
      <p>{t('transfer.closeWhat')}</p>
      <ul className="plain">
        {devices
          .filter(({ arrivedAt }) => arrivedAt === null)
          .map(({ tag }) => (
            <li key={tag}>
              <code>{tag}</code>
            </li>
          ))}
      </ul>
    </FormDialog>
  );
}
