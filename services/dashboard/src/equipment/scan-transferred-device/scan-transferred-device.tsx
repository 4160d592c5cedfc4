import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { graphql, type ResultOf } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { RefusalSummary } from '../../ui/form.js';
import { Stack } from '../../ui/layout.js';
import { ScanField } from '../scan-field.js';
import { TRANSFER_TOUCHES, type TransferShown } from '../transfer-query.js';

const SCAN = graphql(`
  mutation ScanTransferredDevice($input: ScanTransferredDeviceInput!) {
    scanTransferredDevice(input: $input) {
      id
      state
      devices {
        tag
        arrivedAt
      }
    }
  }
`);
const CloseTransfer = lazy(async () => ({
  default: (await import('../close-transfer/close-transfer.js')).CloseTransfer,
}));
type Scanned = NonNullable<ResultOf<typeof SCAN>['scanTransferredDevice']>;

/** Each device that is unpacked is scanned; what did not come is then said to be missing. */
export function ScanTransferredDevice({ transfer }: { readonly transfer: TransferShown }) {
  const t = useWords();
  const { newId } = useEnvironment();
  const scan = useCommand(SCAN, { touches: TRANSFER_TOUCHES });
  const [last, setLast] = useState<{ readonly tag: string; readonly after: Scanned } | null>(null);
  const [closing, setClosing] = useState(false);
  const take = async (tag: string) => {
    const answer = await scan.send({ input: { id: transfer.id, tag } }, newId());
    setLast(answer?.scanTransferredDevice ? { tag, after: answer.scanTransferredDevice } : null);
  };
  return (
    <Stack gap={16}>
      <ScanField act={t('transfer.takeIn')} onTag={(tag) => void take(tag)} />
      <RefusalSummary refusals={scan.refusals} />
      {last ? (
        <p role="status">
          {t('transfer.took', {
            tag: last.tag.toUpperCase(),
            left: last.after.devices.filter(({ arrivedAt }) => arrivedAt === null).length,
          })}
        </p>
      ) : null}
      <Button variant="default" onClick={() => setClosing(true)}>
        {t('transfer.close')}
      </Button>
      <Suspense fallback={null}>
        {closing ? <CloseTransfer transfer={transfer} onClose={() => setClosing(false)} /> : null}
      </Suspense>
    </Stack>
  );
}
