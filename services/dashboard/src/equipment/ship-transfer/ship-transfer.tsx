import { Button } from '@mantine/core';
import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useWords } from '../../i18n/words.js';
import { RefusalSummary } from '../../ui/form.js';
import { Row, Stack } from '../../ui/layout.js';
import { useEntry } from '../../ui/use-entry.js';
import { ScanField } from '../scan-field.js';
import { TRANSFER_TOUCHES, type TransferShown } from '../transfer-query.js';

const SHIP = graphql(`
  mutation ShipTransfer($input: ShipTransferInput!) {
    shipTransfer(input: $input) {
      id
    }
  }
`);
const NOTHING: { tags: readonly string[] } = { tags: [] };

/** Each device that is packed is scanned; then all of them leave at once. */
export function ShipTransfer({ transfer }: { readonly transfer: TransferShown }) {
  const t = useWords();
  const ship = useCommand(SHIP, { touches: TRANSFER_TOUCHES });
  const entry = useEntry(NOTHING);
  const { tags } = entry.values;
  const add = (tag: string) => {
    const written = tag.toUpperCase();
    if (!tags.includes(written)) entry.set('tags', [...tags, written]);
  };
  const send = () =>
    ship.send({ input: { id: transfer.id, tags: [...tags], expectedVersion: transfer.version } }, entry.idempotencyKey);
  return (
    <Stack gap={16}>
      <p className="soft">{t('transfer.packHow')}</p>
      <ScanField act={t('transfer.add')} onTag={add} />
      <p role="status">{t('transfer.packed', { count: tags.length })}</p>
      <ul className="plain">
        {tags.map((tag) => (
          <li key={tag}>
            <Row apart>
              <code>{tag}</code>
              <Button
                size="compact-md"
                variant="subtle"
                onClick={() =>
                  entry.set(
                    'tags',
                    tags.filter((one) => one !== tag),
                  )
                }
              >
                {t('transfer.remove', { tag })}
              </Button>
            </Row>
          </li>
        ))}
      </ul>
      <RefusalSummary refusals={ship.refusals} />
      {tags.length > 0 ? (
        <Button size="md" aria-disabled={ship.sending || undefined} onClick={() => void send()}>
          {t('transfer.ship', { count: tags.length })}
        </Button>
      ) : null}
    </Stack>
  );
}
