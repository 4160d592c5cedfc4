import { Button } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useBranchName } from '../../app/branch-names.js';
import { allowed } from '../../app/claims.js';
import { RecordPage } from '../../app/record-page.js';
import { useIdentity } from '../../app/session.js';
import { useCommand } from '../../app/use-command.js';
import { keyOf, useRead } from '../../app/use-read.js';
import { DeviceLanguage } from '../../i18n/device-language.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { RefusalSummary } from '../../ui/form.js';
import { useFormat } from '../../ui/format.js';
import { PageHead, Row, Sheet, Stack, TwoBanks } from '../../ui/layout.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import { useEntry } from '../../ui/use-entry.js';
import { DataErasureSheet } from '../record-data-erasure/record-data-erasure.js';
import { DeviceFacts } from './device-facts.js';
import { DeviceOrigin } from './device-origin.js';
import { DEVICE, type Device, MOVE, VOID } from './device-query.js';
import { GradeSheet } from './grade-sheet.js';

// A dialog that few visits open.
const CorrectDevice = lazy(async () => ({
  default: (await import('../correct-device/correct-device.js')).CorrectDevice,
}));
const ShowKeeping = lazy(async () => ({ default: (await import('../show-keeping/show-keeping.js')).ShowKeeping }));
const PrintLabels = lazy(async () => ({ default: (await import('../print-labels/print-labels.js')).PrintLabels }));
const ShowTickets = lazy(async () => ({
  default: (await import('../open-after-sales-ticket/show-tickets.js')).ShowTickets,
}));
const TILL: string = '/till';
/** States in which a device may be kept for somebody, or is. */
const KEPT_IN: readonly Device['state'][] = ['READY', 'RESERVED', 'LOANED'];
/** States in which its buyer has it, brought it in, or gave it back. */
const BOUGHT_IN: readonly Device['state'][] = ['DISTRIBUTED', 'AFTER_SALES', 'RETURNED', 'IN_REFURBISHMENT'];
/** Where to go once the device is out of the books: its tag, freed, leads nowhere any more. */
const STOCK: string = '/devices';

/** One device by its tag: where it stands, what it may become, its grade and its history. */
export function Page() {
  const t = useWords();
  const label = useLabel();
  const names = useBranchName();
  const { tag = '' } = useParams({ strict: false });
  const read = useRead(DEVICE, { tag });
  const elsewhere = read.data?.deviceByTag?.elsewhere;
  return (
    <RecordPage
      read={read}
      at="deviceByTag.device"
      title={<code>{tag}</code>}
      doing={t('devices.doing')}
      unknown={
        elsewhere
          ? `${t('till.elsewhere', { city: names.of(elsewhere.branch) })} ${label('EquipmentState', elsewhere.state)}.`
          : t('till.unknown')
      }
      record={({ deviceByTag }) => deviceByTag?.device}
    >
      {(device) => (
        <DeviceLanguage>
          <DeviceView device={device} />
        </DeviceLanguage>
      )}
    </RecordPage>
  );
}

function DeviceView({ device }: { readonly device: Device }) {
  const t = useWords();
  const format = useFormat();
  const label = useLabel();
  const navigate = useNavigate();
  const touches = [
    keyOf(DEVICE),
    ['read', 'Devices'],
    ['read', 'LookUpTag'],
    ['read', 'DeviceKept'],
    ['read', 'DeviceTickets'],
  ];
  const move = useCommand(MOVE, { touches });
  const undo = useCommand(VOID, { touches });
  const [voiding, setVoiding] = useState(false);
  const [correcting, setCorrecting] = useState(false);
  const identity = useIdentity();
  const handles = allowed(identity, 'HandleDevices');
  const sells = allowed(identity, 'Sell');
  // One key per step from the version read: tapping again after a cut moves the device once, another step is another act.
  const steps = useEntry({ moved: false });
  const { id } = device;
  // A line holds a state, a grade or a tag, or after a correction what was mended: each shows itself where it has no label.
  const value = (raw: string) =>
    raw
      .split(', ')
      .map((part) => {
        const word = part.replace(/^\w+: /, '');
        return label('EquipmentState', label('EquipmentType', label('Grade', label('DataErasure', word))));
      })
      .join(', ');
  const step = async (state: Device['nextStates'][number]) => {
    const done = await move.send(
      { input: { id, state, expectedVersion: device.version } },
      `${steps.idempotencyKey}:${state}:${device.version}`,
    );
    if (done) steps.renew({ moved: true });
  };
  return (
    <Stack gap={24}>
      <PageHead
        title={<code>{device.tag}</code>}
        context={`${t('till.device', { type: label('EquipmentType', device.type), grade: device.grade ? label('Grade', device.grade) : '–' })} · ${label('EquipmentState', device.state)}`}
        aside={
          handles ? (
            <>
              <Suspense fallback={null}>
                <PrintLabels tags={[device.tag]} />
              </Suspense>
              <Button variant="default" onClick={() => setCorrecting(true)}>
                {t('devices.correct')}
              </Button>
              <Button variant="default" onClick={() => setVoiding(true)}>
                {t('devices.void')}
              </Button>
            </>
          ) : null
        }
        action={
          device.state === 'READY' ? (
            <Button onClick={() => void navigate({ to: TILL, search: { tag: device.tag } as never })}>
              {t('devices.sell')}
            </Button>
          ) : undefined
        }
      />
      <RefusalSummary refusals={move.refusals} />
      <TwoBanks
        is={
          <Sheet title={t('devices.history')}>
            <ol className="plain">
              {device.history.map((line) => (
                <li key={line.id}>
                  <span className="soft small">{format.moment(line.at)}</span>
                  <div>
                    {label('DeviceStepKind', line.what)}
                    {line.after ? ` · ${line.before ? `${value(line.before)} → ` : ''}${value(line.after)}` : ''}
                    {line.reason ? ` · ${line.reason}` : ''}
                  </div>
                </li>
              ))}
            </ol>
          </Sheet>
        }
        todo={
          <Stack gap={16}>
            <Sheet title={t('devices.steps')}>
              {steps.values.moved ? (
                <p role="status">{t('devices.moved', { state: label('EquipmentState', device.state) })}</p>
              ) : null}
              {handles && device.nextStates.length > 0 ? (
                <Row>
                  {device.nextStates.map((state) => (
                    <Button
                      key={state}
                      variant="default"
                      aria-disabled={move.sending || undefined}
                      onClick={() => void step(state)}
                    >
                      {label('EquipmentState', state)}
                    </Button>
                  ))}
                </Row>
              ) : (
                <p className="soft">{t('devices.noStep')}</p>
              )}
            </Sheet>
            <Suspense fallback={null}>
              {sells && KEPT_IN.includes(device.state) ? <ShowKeeping tag={device.tag} /> : null}
              {sells && BOUGHT_IN.includes(device.state) ? <ShowTickets tag={device.tag} /> : null}
            </Suspense>
            <DeviceOrigin lot={device.lot} />
            <DataErasureSheet key={`erasure ${device.id}`} device={device} touches={touches} />
            <DeviceFacts device={device} />
            <GradeSheet key={device.id} device={device} touches={touches} />
          </Stack>
        }
      />
      <Suspense fallback={null}>
        {correcting ? <CorrectDevice device={device} touches={touches} onClose={() => setCorrecting(false)} /> : null}
      </Suspense>
      <ReasonDialog
        opened={voiding}
        title={t('devices.void')}
        consequence={t('devices.voidWhat')}
        confirm={t('devices.void')}
        refusals={undo.refusals}
        sending={undo.sending}
        onConfirm={(reason, key) =>
          void undo
            .send({ input: { id, reason, expectedVersion: device.version } }, key)
            .then((done) => done && void navigate({ to: STOCK }))
        }
        onClose={() => {
          undo.forget();
          setVoiding(false);
        }}
      />
    </Stack>
  );
}
