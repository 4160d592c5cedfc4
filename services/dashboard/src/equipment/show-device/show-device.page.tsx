import { Button } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Block } from '../../app/block.js';
import { useBranchName } from '../../app/branch-names.js';
import { allowed } from '../../app/claims.js';
import { graphql, type ResultOf } from '../../app/query.js';
import { useIdentity } from '../../app/session.js';
import { useCommand } from '../../app/use-command.js';
import { keyOf, useRead } from '../../app/use-read.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { RefusalSummary } from '../../ui/form.js';
import { useFormat } from '../../ui/format.js';
import { PageHead, Row, Sheet, Stack, TwoBanks } from '../../ui/layout.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import { Empty } from '../../ui/states.js';
import { useEntry } from '../../ui/use-entry.js';
import { GradeSheet } from './grade-sheet.js';

const DEVICE = graphql(`
  query DeviceByTag($tag: String!) {
    deviceByTag(tag: $tag) {
      tag
      device {
        id
        tag
        type
        grade
        state
        receivedOn
        nextStates
        version
        technicalNote
        lookNote
        gradeRule
        gradeLines {
          factor
          value
          points
        }
        price {
          cents
        }
        history {
          id
          at
          what
          before
          after
          reason
        }
      }
      elsewhere {
        branch
        state
      }
    }
  }
`);
const MOVE = graphql(`
  mutation MoveDevice($input: MoveDeviceInput!) {
    moveDevice(input: $input) {
      id
    }
  }
`);
const VOID = graphql(`
  mutation VoidDevice($input: VoidDeviceInput!) {
    voidDevice(input: $input) {
      id
    }
  }
`);
type Device = NonNullable<NonNullable<ResultOf<typeof DEVICE>['deviceByTag']>['device']>;
const TILL: string = '/till';
/** Where to go once the device is out of the books: its tag, freed, leads nowhere any more. */
const STOCK: string = '/devices';

/** One device by its tag: where it stands, what it may become, its grade and its history. */
export function Page() {
  const t = useWords();
  const label = useLabel();
  const names = useBranchName();
  const { tag = '' } = useParams({ strict: false });
  const read = useRead(DEVICE, { tag });
  return (
    <Block read={read} at="deviceByTag" doing={t('devices.doing')}>
      {({ deviceByTag }) =>
        deviceByTag?.device ? (
          <DeviceView device={deviceByTag.device} />
        ) : (
          <Empty reason="not-yours">
            {deviceByTag?.elsewhere
              ? `${t('till.elsewhere', { city: names.of(deviceByTag.elsewhere.branch) })} ${label('EquipmentState', deviceByTag.elsewhere.state)}`
              : t('till.unknown')}
          </Empty>
        )
      }
    </Block>
  );
}

function DeviceView({ device }: { readonly device: Device }) {
  const t = useWords();
  const format = useFormat();
  const label = useLabel();
  const navigate = useNavigate();
  const touches = [keyOf(DEVICE), ['read', 'Devices'], ['read', 'LookUpTag']];
  const move = useCommand(MOVE, { touches });
  const undo = useCommand(VOID, { touches });
  const [voiding, setVoiding] = useState(false);
  const handles = allowed(useIdentity(), 'HandleDevices');
  // One key per step from the version read: tapping again after a cut moves the device once, another step is another act.
  const steps = useEntry({ moved: false });
  const { id } = device;
  // A line holds a state, a grade or a tag: each shows itself where it has no label.
  const value = (raw: string) => label('EquipmentState', raw);
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
        context={`${t('till.device', { type: label('EquipmentType', device.type), grade: device.grade ?? '–' })} · ${label('EquipmentState', device.state)}`}
        aside={
          handles ? (
            <Button variant="default" onClick={() => setVoiding(true)}>
              {t('devices.void')}
            </Button>
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
            <ol>
              {device.history.map((line) => (
                <li key={line.id}>
                  <span className="soft small">{format.moment(line.at)}</span> {label('DeviceStepKind', line.what)}
                  {line.after ? ` · ${line.before ? `${value(line.before)} → ` : ''}${value(line.after)}` : ''}
                  {line.reason ? ` · ${line.reason}` : ''}
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
            <GradeSheet key={device.id} device={device} touches={touches} />
          </Stack>
        }
      />
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
