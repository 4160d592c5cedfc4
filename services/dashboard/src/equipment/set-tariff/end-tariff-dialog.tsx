import { Button, Modal, TextInput } from '@mantine/core';
import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { EntryForm, FormField, SaveButton } from '../../ui/form.js';
import { useFormat } from '../../ui/format.js';
import { Row } from '../../ui/layout.js';
import { useEntry } from '../../ui/use-entry.js';

const END = graphql(`
  mutation EndTariff($input: EndTariffInput!) {
    endTariff(input: $input) {
      id
    }
  }
`);

interface Ending {
  readonly id: string;
  readonly type: string;
  readonly grade: string;
  readonly version: number;
}

/** From which day a tariff no longer holds. It asks for no reason: sales already made keep their price. */
export function EndTariffDialog({ tariff, onClose }: { readonly tariff: Ending; readonly onClose: () => void }) {
  const t = useWords();
  const format = useFormat();
  const label = useLabel();
  const { now } = useEnvironment();
  const entry = useEntry({ until: format.localDate(now()) });
  const end = useCommand(END, { touches: [['read', 'Tariffs']] });
  const title = t('tariff.endTitle', {
    what: t('till.device', { type: label('EquipmentType', tariff.type), grade: label('Grade', tariff.grade) }),
  });
  const save = async () => {
    const input = { id: tariff.id, until: entry.values.until, expectedVersion: tariff.version };
    if (await end.send({ input }, entry.idempotencyKey)) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('ui.close') }} centered>
      <EntryForm label={title} refusals={end.refusals} sending={end.sending} onSend={() => void save()}>
        <p>{t('tariff.endWhat')}</p>
        <FormField path="input.until" label={t('tariff.until')} required>
          {(control) => (
            <TextInput
              {...control}
              type="date"
              value={entry.values.until}
              onChange={(event) => entry.set('until', event.currentTarget.value)}
            />
          )}
        </FormField>
        <Row apart>
          <Button variant="default" onClick={onClose}>
            {t('ui.keep')}
          </Button>
          <SaveButton>{t('tariff.end')}</SaveButton>
        </Row>
      </EntryForm>
    </Modal>
  );
}
