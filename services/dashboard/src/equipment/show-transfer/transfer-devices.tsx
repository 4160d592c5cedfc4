import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { allowed } from '../../app/claims.js';
import { graphql } from '../../app/query.js';
import { useIdentity } from '../../app/session.js';
import { useCommand } from '../../app/use-command.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { RefusalSummary } from '../../ui/form.js';
import { useFormat } from '../../ui/format.js';
import { Chip, Row, Sheet, Stack } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';
import { useEntry } from '../../ui/use-entry.js';
import { TRANSFER_TOUCHES, type TransferShown } from '../transfer-query.js';
import { useWhat } from '../transfer-words.js';

const SETTLE = graphql(`
  mutation SettleMissingDevice($input: SettleMissingDeviceInput!) {
    settleMissingDevice(input: $input) {
      id
    }
  }
`);
const ExplainMissingDevice = lazy(async () => ({
  default: (await import('../explain-missing-device/explain-missing-device.js')).ExplainMissingDevice,
}));
type Travelling = TransferShown['devices'][number];

/** What left, what arrived, and what became of the rest. */
export function TransferDevices({ transfer }: { readonly transfer: TransferShown }) {
  const t = useWords();
  const label = useLabel();
  const what = useWhat();
  const identity = useIdentity();
  const [explaining, setExplaining] = useState<string | null>(null);
  const settle = useCommand(SETTLE, { touches: TRANSFER_TOUCHES });
  const approvals = useEntry({});
  const missing = ({ arrivedAt, outcome }: Travelling) =>
    transfer.state === 'DISCREPANCY' && arrivedAt === null && outcome === null;
  const approve = (tag: string) =>
    void settle.send({ input: { id: transfer.id, tag } }, `${approvals.idempotencyKey}:${tag}`);
  return (
    <Sheet title={t('transfer.devices')}>
      <Stack gap={16}>
        <RefusalSummary refusals={settle.refusals} />
        <DataTable
          caption={t('transfer.devices')}
          rows={transfer.devices}
          rowKey={(device) => device.id}
          empty={<Empty reason="nothing-yet">{t('transfer.noDevices')}</Empty>}
          columns={[
            { id: 'tag', label: t('devices.tag'), phone: 'title', cell: (device) => <code>{device.tag}</code> },
            { id: 'what', label: t('devices.type'), cell: (device) => what({ ...device, tag: null }) },
            {
              id: 'where',
              label: t('transfer.state'),
              phone: 'main',
              cell: (device) => <Whereabouts device={device} missing={missing(device)} />,
            },
            {
              id: 'act',
              label: t('transfer.explain'),
              phone: 'act',
              cell: (device) =>
                missing(device) ? (
                  <Row gap={8}>
                    {allowed(identity, 'AgreeTransfers') ? (
                      <Button size="compact-md" variant="default" onClick={() => setExplaining(device.tag)}>
                        {t('transfer.explain')}
                      </Button>
                    ) : null}
                    {device.proposed && allowed(identity, 'SettleLosses') ? (
                      <Button size="compact-md" onClick={() => approve(device.tag)}>
                        {t('transfer.settle')} · {label('MissingOutcome', device.proposed)}
                      </Button>
                    ) : null}
                  </Row>
                ) : null,
            },
          ]}
        />
        <Suspense fallback={null}>
          {explaining ? (
            <ExplainMissingDevice id={transfer.id} tag={explaining} onClose={() => setExplaining(null)} />
          ) : null}
        </Suspense>
      </Stack>
    </Sheet>
  );
}

function Whereabouts({ device, missing }: { readonly device: Travelling; readonly missing: boolean }) {
  const t = useWords();
  const format = useFormat();
  const label = useLabel();
  const { arrivedAt, outcome, proposed, proposedReason } = device;
  if (arrivedAt) return <span>{format.moment(arrivedAt)}</span>;
  if (outcome) return <Chip tone="care">{label('MissingOutcome', outcome)}</Chip>;
  if (!missing) return <Chip tone="note">{t('transfer.underWay')}</Chip>;
  return (
    <Stack gap={4}>
      <Chip tone="wrong">{t('transfer.missing')}</Chip>
      {proposed ? (
        <span className="soft small">
          {t('transfer.said', { outcome: label('MissingOutcome', proposed) })}
          {proposedReason ? ` · ${proposedReason}` : ''}
        </span>
      ) : null}
    </Stack>
  );
}
