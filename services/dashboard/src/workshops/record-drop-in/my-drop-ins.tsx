import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { Block } from '../../app/block.js';
import { useCommand } from '../../app/use-command.js';
import { keyOf, useRead } from '../../app/use-read.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useEnvironment } from '../../ui/environment.js';
import { useFormat } from '../../ui/format.js';
import { Row, Sheet } from '../../ui/layout.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import { Empty } from '../../ui/states.js';
import { CORRECT, type DropIn, MY_DROP_INS, saidOf, VOID } from './drop-ins-query.js';

// Dialogs that few visits open: each comes when it is first wanted.
const AttachDialog = lazy(async () => ({ default: (await import('./attach-dialog.js')).AttachDialog }));
const CorrectDropIn = lazy(async () => ({ default: (await import('./correct-drop-in.js')).CorrectDropIn }));

/** My drop-ins of the day: attach one to a person, mend it, or take it back with a reason. */
export function MyDropIns({ today }: { readonly today: string }) {
  const t = useWords();
  const format = useFormat();
  const label = useLabel();
  const { newId } = useEnvironment();
  const read = useRead(MY_DROP_INS, { on: today });
  const touches = [keyOf(MY_DROP_INS)];
  const undo = useCommand(VOID, { touches });
  const correct = useCommand(CORRECT, { touches });
  const [voiding, setVoiding] = useState<DropIn | null>(null);
  const [attaching, setAttaching] = useState<DropIn | null>(null);
  const [correcting, setCorrecting] = useState<DropIn | null>(null);

  const attach = async (act: DropIn, beneficiaryId: string) => {
    const input = { ...saidOf(act), supportActId: act.id, beneficiaryId, reason: t('dropIn.attachReason') };
    if (await correct.send({ input }, newId())) setAttaching(null);
  };
  const confirmVoid = async (reason: string, key: string) => {
    if (voiding && (await undo.send({ input: { supportActId: voiding.id, reason } }, key))) setVoiding(null);
  };
  return (
    <Sheet title={t('dropIn.mine')}>
      <Block read={read} at="supportActs" doing={t('dropIn.doing')}>
        {({ supportActs }) => (
          <DataTable
            caption={t('dropIn.mine')}
            rows={supportActs?.items ?? []}
            rowKey={(act) => act.id}
            rowState={(act) => (act.voided ? 'voided' : undefined)}
            empty={<Empty reason="nothing-yet">{t('dropIn.none')}</Empty>}
            columns={[
              { id: 'at', label: t('dropIn.at'), cell: (act) => format.time(act.occurredAt) },
              {
                id: 'theme',
                label: t('dropIn.theme'),
                phone: 'title',
                cell: (act) => act.themes.map((theme) => label('MediationTheme', theme)).join(', '),
              },
              {
                id: 'who',
                label: t('dropIn.who'),
                cell: (act) => t(act.beneficiary ? 'dropIn.attached' : 'dropIn.anonymous'),
              },
              {
                id: 'do',
                label: t('dropIn.acts'),
                cell: (act) =>
                  act.voided ? null : (
                    <Row gap={4}>
                      {act.beneficiary ? null : (
                        <Button size="compact-md" variant="subtle" onClick={() => setAttaching(act)}>
                          {t('dropIn.attach')}
                        </Button>
                      )}
                      <Button
                        size="compact-md"
                        variant="subtle"
                        aria-label={t('dropIn.correctAt', { time: format.time(act.occurredAt) })}
                        onClick={() => setCorrecting(act)}
                      >
                        {t('dropIn.correct')}
                      </Button>
                      <Button
                        size="compact-md"
                        variant="subtle"
                        aria-label={t('dropIn.voidAt', { time: format.time(act.occurredAt) })}
                        onClick={() => setVoiding(act)}
                      >
                        {t('dropIn.void')}
                      </Button>
                    </Row>
                  ),
              },
            ]}
          />
        )}
      </Block>
      <ReasonDialog
        key={voiding?.id}
        opened={voiding !== null}
        title={t('dropIn.voidTitle')}
        consequence={t('dropIn.voidWhat')}
        confirm={t('dropIn.void')}
        refusals={undo.refusals}
        sending={undo.sending}
        onConfirm={(reason, key) => void confirmVoid(reason, key)}
        onClose={() => setVoiding(null)}
      />
      {correcting ? (
        <Suspense fallback={null}>
          <CorrectDropIn key={correcting.id} act={correcting} onClose={() => setCorrecting(null)} />
        </Suspense>
      ) : null}
      {attaching ? (
        <Suspense fallback={null}>
          <AttachDialog
            refusals={correct.refusals}
            onPick={(id) => void attach(attaching, id)}
            onClose={() => setAttaching(null)}
          />
        </Suspense>
      ) : null}
    </Sheet>
  );
}
