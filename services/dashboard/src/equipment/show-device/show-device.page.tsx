import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Block } from '../../app/block.js';
import { useBranchName } from '../../app/branch-names.js';
import { graphql, type ResultOf } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { keyOf, useRead } from '../../app/use-read.js';
import { useChoices, useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { EntryForm, FormField, RefusalSummary, SaveButton } from '../../ui/form.js';
import { useFormat } from '../../ui/format.js';
import { Facts, PageHead, Row, Sheet, Stack, TwoBanks } from '../../ui/layout.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import { Empty } from '../../ui/states.js';
import { useEntry } from '../../ui/use-entry.js';

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
const GRADE = graphql(`
  mutation GradeDevice($input: GradeDeviceInput!) {
    gradeDevice(input: $input) {
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
  const grades = useChoices('Grade');
  const { newId } = useEnvironment();
  const touches = [keyOf(DEVICE)];
  const move = useCommand(MOVE, { touches });
  const grade = useCommand(GRADE, { touches });
  const undo = useCommand(VOID, { touches });
  const [voiding, setVoiding] = useState(false);
  const entry = useEntry({ grade: 'B', reason: '' });
  const { id } = device;
  return (
    <Stack gap={24}>
      <PageHead
        title={<code>{device.tag}</code>}
        context={`${t('till.device', { type: label('EquipmentType', device.type), grade: device.grade ?? '–' })} · ${label('EquipmentState', device.state)}`}
        aside={
          <Button variant="default" onClick={() => setVoiding(true)}>
            {t('devices.void')}
          </Button>
        }
        action={
          device.state === 'READY' ? (
            <Button onClick={() => void navigate({ to: TILL })}>{t('devices.sell')}</Button>
          ) : undefined
        }
      />
      <RefusalSummary refusals={[...move.refusals, ...undo.refusals]} />
      <TwoBanks
        is={
          <Sheet title={t('devices.history')}>
            <ol>
              {device.history.map((step) => (
                <li key={step.id}>
                  <span className="soft small">{format.moment(step.at)}</span> {step.before ? `${step.before} → ` : ''}
                  {step.after ?? step.what} {step.reason ?? ''}
                </li>
              ))}
            </ol>
          </Sheet>
        }
        todo={
          <Stack gap={16}>
            <Sheet title={t('devices.steps')}>
              <Row>
                {device.nextStates.map((state) => (
                  <Button
                    key={state}
                    variant="default"
                    onClick={() => void move.send({ input: { id, state, expectedVersion: device.version } }, newId())}
                  >
                    {label('EquipmentState', state)}
                  </Button>
                ))}
              </Row>
            </Sheet>
            <Sheet title={t('devices.gradeBy')}>
              <Facts
                facts={[
                  ...device.gradeLines.map((line) => [`${line.factor} · ${line.value}`, String(line.points)] as const),
                  [t('tariff.price'), device.price ? format.money(device.price.cents) : '–'],
                ]}
              />
              <EntryForm
                label={t('devices.gradeSave')}
                refusals={grade.refusals}
                sending={grade.sending}
                onSend={() =>
                  void grade
                    .send(
                      { input: { id, grade: entry.values.grade as 'B', reason: entry.values.reason || null } },
                      entry.idempotencyKey,
                    )
                    .then((done) => done && entry.renew())
                }
              >
                <FormField path="input.grade" label={t('devices.grade')}>
                  {(control) => (
                    <NativeSelect
                      {...control}
                      data={grades}
                      value={entry.values.grade}
                      onChange={(event) => entry.set('grade', event.currentTarget.value)}
                    />
                  )}
                </FormField>
                <FormField path="input.reason" label={t('devices.gradeReason')} required>
                  {(control) => (
                    <TextInput
                      {...control}
                      value={entry.values.reason}
                      onChange={(event) => entry.set('reason', event.currentTarget.value)}
                    />
                  )}
                </FormField>
                <SaveButton>{t('devices.gradeSave')}</SaveButton>
              </EntryForm>
            </Sheet>
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
        onConfirm={(reason) =>
          void undo.send({ input: { id, reason } }, newId()).then((done) => done && setVoiding(false))
        }
        onClose={() => setVoiding(false)}
      />
    </Stack>
  );
}
