import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';

const SETTLE = graphql(`
  mutation SettleSaleException($input: SettleSaleExceptionInput!) {
    settleSaleException(input: $input) {
      id
    }
  }
`);

/** What is about to be decided of one. */
export interface Settling {
  readonly id: string;
  readonly as: 'SOLD' | 'GIVEN_BACK';
  readonly totalCents: number;
}

/** Asks why before an exception becomes a sale or its money goes back. */
export function SettleSaleException(props: { readonly settling: Settling | null; readonly onDone: () => void }) {
  const t = useWords();
  const format = useFormat();
  const settle = useCommand(SETTLE, {
    touches: [
      ['read', 'SaleExceptions'],
      ['read', 'SaleExceptionsOpen'],
      ['read', 'Till'],
      ['read', 'TillSales'],
    ],
  });
  const { settling } = props;
  const sells = settling?.as === 'SOLD';
  const close = () => {
    settle.forget();
    props.onDone();
  };
  const send = async (reason: string, key: string) => {
    if (settling && (await settle.send({ input: { id: settling.id, as: settling.as, reason } }, key))) close();
  };
  return (
    <ReasonDialog
      opened={settling !== null}
      title={t(sells ? 'keptSale.sellTitle' : 'keptSale.giveBackTitle')}
      consequence={
        sells ? t('keptSale.sellWhat') : t('keptSale.giveBackWhat', { amount: format.money(settling?.totalCents ?? 0) })
      }
      confirm={t(sells ? 'keptSale.sell' : 'keptSale.giveBack')}
      refusals={settle.refusals}
      sending={settle.sending}
      onConfirm={(reason, key) => void send(reason, key)}
      onClose={close}
    />
  );
}
