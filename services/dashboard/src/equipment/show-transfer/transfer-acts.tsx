import { Button } from '@mantine/core';
import { useState } from 'react';
import { allowed } from '../../app/claims.js';
import { graphql } from '../../app/query.js';
import { useIdentity } from '../../app/session.js';
import { useCommand } from '../../app/use-command.js';
import { useWords } from '../../i18n/words.js';
import { Row, Sheet, Stack } from '../../ui/layout.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import { AcceptTransfer } from '../accept-transfer/accept-transfer.js';
import { ScanTransferredDevice } from '../scan-transferred-device/scan-transferred-device.js';
import { ShipTransfer } from '../ship-transfer/ship-transfer.js';
import { TRANSFER_TOUCHES, type TransferShown } from '../transfer-query.js';

const REFUSE = graphql(`
  mutation RefuseTransfer($input: RefuseTransferInput!) {
    refuseTransfer(input: $input) {
      id
    }
  }
`);
const CANCEL = graphql(`
  mutation CancelTransfer($input: CancelTransferInput!) {
    cancelTransfer(input: $input) {
      id
    }
  }
`);

interface Side {
  readonly transfer: TransferShown;
  /** The reader's branch sends. */
  readonly sends: boolean;
  /** The reader's branch receives. */
  readonly receives: boolean;
}

/** What the reader may do with a transfer as it stands; nothing where the other side is to move. */
export function TransferActs({ transfer, sends, receives }: Side) {
  const t = useWords();
  const identity = useIdentity();
  const agrees = allowed(identity, 'AgreeTransfers');
  const handles = allowed(identity, 'HandleDevices');
  const { state } = transfer;
  const open = state === 'REQUESTED' || state === 'ACCEPTED';
  const cancel = agrees && receives && open ? <GiveUp kind="cancel" transfer={transfer} /> : null;
  if (state === 'REQUESTED' && sends && agrees)
    return (
      <Sheet title={t('transfer.accept')}>
        <Stack gap={16}>
          <AcceptTransfer transfer={transfer} />
          <Row>
            <GiveUp kind="refuse" transfer={transfer} />
            {cancel}
          </Row>
        </Stack>
      </Sheet>
    );
  if (state === 'ACCEPTED' && sends && handles)
    return (
      <Sheet title={t('transfer.pack')}>
        <ShipTransfer transfer={transfer} />
      </Sheet>
    );
  if (state === 'SHIPPED' && receives && handles)
    return (
      <Sheet title={t('transfer.unpack')}>
        <ScanTransferredDevice transfer={transfer} />
      </Sheet>
    );
  return cancel;
}

/** Refusing a request, or taking one's own back: both with a reason. */
function GiveUp({ kind, transfer }: { readonly kind: 'refuse' | 'cancel'; readonly transfer: TransferShown }) {
  const t = useWords();
  const [asking, setAsking] = useState(false);
  const refuse = useCommand(REFUSE, { touches: TRANSFER_TOUCHES });
  const cancel = useCommand(CANCEL, { touches: TRANSFER_TOUCHES });
  const act = kind === 'refuse' ? refuse : cancel;
  const word = kind === 'refuse' ? t('transfer.refuse') : t('transfer.cancel');
  const close = () => {
    act.forget();
    setAsking(false);
  };
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {word}
      </Button>
      <ReasonDialog
        opened={asking}
        title={word}
        consequence={kind === 'refuse' ? t('transfer.refuseWhat') : t('transfer.cancelWhat')}
        confirm={word}
        refusals={act.refusals}
        sending={act.sending}
        onConfirm={(reason, key) =>
          void act
            .send({ input: { id: transfer.id, reason, expectedVersion: transfer.version } }, key)
            .then((done) => done && close())
        }
        onClose={close}
      />
    </>
  );
}
