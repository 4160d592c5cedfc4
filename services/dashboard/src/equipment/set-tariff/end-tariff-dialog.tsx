import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { TextField } from '../../ui/fields.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { useFormat } from '../../ui/format.js';
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
    <FormDialog
      title={title}
      save={t('tariff.end')}
      refusals={end.refusals}
      sending={end.sending}
      onSend={() => void save()}
      onClose={onClose}
    >
      <p>{t('tariff.endWhat')}</p>
      <TextField
        path="until"
        label={t('tariff.until')}
        type="date"
        required
        value={entry.values.until}
        onChange={(until) => entry.set('until', until)}
      />
    </FormDialog>
  );
}
