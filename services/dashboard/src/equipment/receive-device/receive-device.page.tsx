import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { PageLink } from '../../app/page-link.js';
import { graphql } from '../../app/query.js';
import { useScope } from '../../app/scope.js';
import { useCommand } from '../../app/use-command.js';
import { useUnsavedGuard } from '../../app/use-unsaved-guard.js';
import { useChoices } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { EntryForm, FieldRow, FormField, SaveButton } from '../../ui/form.js';
import { Notice, PageHead, Sheet, Stack } from '../../ui/layout.js';
import { useEntry } from '../../ui/use-entry.js';
import { NO_SPECS, SpecsFields, specsOf } from '../device-specs.js';

const RECEIVE = graphql(`
  mutation ReceiveDevice($input: ReceiveDeviceInput!) {
    receiveDevice(input: $input) {
      id
      tag
    }
  }
`);
const FRESH = { type: 'COMPUTER', tag: '', ...NO_SPECS };

/** A device came in: its kind, its tag or the next free one, and what is already known of it. */
export function Page() {
  const t = useWords();
  const { one } = useScope();
  const types = useChoices('EquipmentType');
  const entry = useEntry(FRESH);
  useUnsavedGuard(entry.touched);
  const receive = useCommand(RECEIVE, { touches: [['read', 'Devices']] });
  const [tag, setTag] = useState<string | null>(null);
  const save = async () => {
    const { values } = entry;
    const input = { branch: one ?? null, tag: values.tag.trim() || null, type: values.type, specs: specsOf(values) };
    const answer = await receive.send({ input: input as never }, entry.idempotencyKey);
    if (!answer?.receiveDevice) return;
    setTag(answer.receiveDevice.tag);
    entry.renew(FRESH);
  };
  return (
    <Stack gap={24}>
      <PageHead title={t('page.newDevice')} />
      {tag ? (
        <Notice tone="good">
          <PageLink href={`/devices/${tag}`}>{t('devices.received', { tag })}</PageLink>
        </Notice>
      ) : null}
      <Sheet>
        <EntryForm
          label={t('page.newDevice')}
          refusals={receive.refusals}
          sending={receive.sending}
          onSend={() => void save()}
        >
          <FieldRow>
            <FormField path="input.type" label={t('devices.type')} required>
              {(control) => (
                <NativeSelect
                  {...control}
                  data={types}
                  value={entry.values.type}
                  onChange={(event) => entry.set('type', event.currentTarget.value)}
                />
              )}
            </FormField>
            <FormField path="input.tag" label={t('devices.tag')} description={t('devices.tagHelp')}>
              {(control) => (
                <TextInput
                  {...control}
                  value={entry.values.tag}
                  onChange={(event) => entry.set('tag', event.currentTarget.value)}
                />
              )}
            </FormField>
          </FieldRow>
          <h2>{t('devices.specs')}</h2>
          <p className="soft">{t('devices.specsHelp')}</p>
          <SpecsFields entry={entry} type={entry.values.type} />
          <SaveButton as="main">{t('devices.receive')}</SaveButton>
        </EntryForm>
      </Sheet>
    </Stack>
  );
}
