import { Button } from '@mantine/core';
import { useState } from 'react';
import { Block } from '../../app/block.js';
import type { ResultOf } from '../../app/query.js';
import { useScope } from '../../app/scope.js';
import { useCommand } from '../../app/use-command.js';
import { keyOf, useRead } from '../../app/use-read.js';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { Row, Sheet } from '../../ui/layout.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import { REFUSED, VOID_REFUSED } from './drop-ins-query.js';

type Refused = NonNullable<ResultOf<typeof REFUSED>['refusedDropIns']>['items'][number];

/** Who could not be received today, each to be taken back with a reason; nothing on a day that turned nobody away. */
export function RefusedToday({ today }: { readonly today: string }) {
  const t = useWords();
  const format = useFormat();
  const { one } = useScope();
  const read = useRead(REFUSED, { branch: one ?? null, on: today });
  const undo = useCommand(VOID_REFUSED, { touches: [keyOf(REFUSED)] });
  const [voiding, setVoiding] = useState<Refused | null>(null);
  const confirm = async (reason: string, key: string) => {
    if (voiding && (await undo.send({ input: { refusedDropInId: voiding.id, reason } }, key))) setVoiding(null);
  };
  if (read.data?.refusedDropIns?.items.length === 0) return null;
  return (
    <Sheet title={t('dropIn.refusedToday')}>
      <Block read={read} at="refusedDropIns" doing={t('dropIn.doing')} lines={2}>
        {({ refusedDropIns }) => (
          <ul className="plain">
            {(refusedDropIns?.items ?? []).map((refused) => (
              <li key={refused.id}>
                <Row apart>
                  {refused.voided ? (
                    <s className="soft">{format.time(refused.occurredAt)}</s>
                  ) : (
                    <>
                      <span>{format.time(refused.occurredAt)}</span>
                      <Button
                        size="compact-md"
                        variant="subtle"
                        aria-label={t('dropIn.voidRefusedAt', { time: format.time(refused.occurredAt) })}
                        onClick={() => setVoiding(refused)}
                      >
                        {t('dropIn.voidRefused')}
                      </Button>
                    </>
                  )}
                </Row>
              </li>
            ))}
          </ul>
        )}
      </Block>
      <ReasonDialog
        key={voiding?.id}
        opened={voiding !== null}
        title={t('dropIn.voidTitle')}
        consequence={t('dropIn.voidRefusedWhat')}
        confirm={t('dropIn.voidTitle')}
        refusals={undo.refusals}
        sending={undo.sending}
        onConfirm={(reason, key) => void confirm(reason, key)}
        onClose={() => setVoiding(null)}
      />
    </Sheet>
  );
}
