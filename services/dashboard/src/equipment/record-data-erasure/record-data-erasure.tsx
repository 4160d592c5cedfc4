import type { QueryKey } from '@tanstack/react-query';
import { allowed } from '../../app/claims.js';
import { graphql } from '../../app/query.js';
import { useIdentity } from '../../app/session.js';
import { useCommand } from '../../app/use-command.js';
import { useChoices, useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { ChoiceField, TextField } from '../../ui/fields.js';
import { EntryForm, SaveButton } from '../../ui/form.js';
import { useFormat } from '../../ui/format.js';
import { Facts, Notice, Sheet, Stack } from '../../ui/layout.js';
import { Unfold } from '../../ui/unfold.js';
import { useEntry } from '../../ui/use-entry.js';
import type { Device } from '../show-device/device-query.js';

const RECORD = graphql(`
  mutation RecordDataErasure($input: RecordDataErasureInput!) {
    recordDataErasure(input: $input) {
      id
    }
  }
`);
/** States in which the service takes a record: the device is here, and nobody's. */
const ERASABLE: readonly Device['state'][] = ['RECEIVED', 'IN_REFURBISHMENT', 'READY', 'NOT_REUSABLE'];

/** How and when the data on a device was removed, and a way to note it. */
export function DataErasureSheet({
  device,
  touches,
}: {
  readonly device: Device;
  readonly touches: readonly QueryKey[];
}) {
  const t = useWords();
  const format = useFormat();
  const label = useLabel();
  const methods = useChoices('DataErasure').filter(({ value }) => value !== 'BEFORE_THE_RECORD');
  const fresh = { method: device.type === 'COMPUTER' ? 'OVERWRITTEN' : 'FACTORY_RESET', proof: '' };
  const entry = useEntry(fresh);
  const record = useCommand(RECORD, { touches });
  const notes = allowed(useIdentity(), 'HandleDevices') && ERASABLE.includes(device.state);
  const save = async () => {
    const { method, proof } = entry.values;
    const input = {
      id: device.id,
      method: method as 'OVERWRITTEN',
      proof: proof || null,
    };
    if (await record.send({ input }, entry.idempotencyKey)) entry.renew(fresh);
  };
  const form = (
    <EntryForm label={t('erasure.save')} refusals={record.refusals} sending={record.sending} onSend={() => void save()}>
      <ChoiceField
        path="method"
        label={t('erasure.how')}
        data={methods}
        value={entry.values.method}
        onChange={(method) => entry.set('method', method)}
      />
      <TextField
        path="proof"
        label={t('erasure.proof')}
        value={entry.values.proof}
        onChange={(proof) => entry.set('proof', proof)}
      />
      <SaveButton as="beside">{t('erasure.save')}</SaveButton>
    </EntryForm>
  );
  const { dataErasure, dataErasedAt, dataErasureProof } = device;
  if (dataErasure === null && !notes) return null;
  return (
    <Sheet title={t('erasure.title')}>
      <Stack gap={16}>
        {dataErasure ? (
          <Facts
            facts={[
              [t('erasure.how'), label('DataErasure', dataErasure)],
              ...(dataErasedAt ? [[t('erasure.when'), format.moment(dataErasedAt)] as const] : []),
              ...(dataErasureProof ? [[t('erasure.proof'), dataErasureProof] as const] : []),
            ]}
          />
        ) : (
          <Notice tone="care">{t('erasure.none')}</Notice>
        )}
        {notes ? dataErasure ? <Unfold label={t('erasure.again')}>{form}</Unfold> : form : null}
      </Stack>
    </Sheet>
  );
}
