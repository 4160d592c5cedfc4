import { Button } from '@mantine/core';
import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { NumberField, TextField } from '../../ui/fields.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { useFormat } from '../../ui/format.js';
import { Row } from '../../ui/layout.js';
import { useEntry } from '../../ui/use-entry.js';
import { FindPerson } from '../../workshops/find-person.js';
import { KEEPING_TOUCHES } from '../keeping-query.js';

const RESERVE = graphql(`
  mutation ReserveDevice($input: ReserveDeviceInput!) {
    reserveDevice(input: $input) {
      id
    }
  }
`);
const LEND = graphql(`
  mutation LendDevice($input: LendDeviceInput!) {
    lendDevice(input: $input) {
      id
    }
  }
`);
const USUAL_DAYS = 7;
const MONTH_MS = 30 * 24 * 3_600_000;

/** Keeps a device for a person for some days, or lends it to one until a day. */
export function KeepDevice(props: {
  readonly id: string;
  readonly how: 'reserve' | 'lend';
  readonly onClose: () => void;
}) {
  const t = useWords();
  const format = useFormat();
  const { now } = useEnvironment();
  const nextMonth = format.localDate(new Date(now().getTime() + MONTH_MS));
  const entry = useEntry({ beneficiaryId: '', days: USUAL_DAYS as number | null, dueOn: nextMonth });
  const reserve = useCommand(RESERVE, { touches: KEEPING_TOUCHES });
  const lend = useCommand(LEND, { touches: KEEPING_TOUCHES });
  const { beneficiaryId, days, dueOn } = entry.values;
  const act = props.how === 'reserve' ? reserve : lend;
  const word = props.how === 'reserve' ? t('keeping.reserve') : t('keeping.lend');
  const save = async () => {
    const whose = { deviceId: props.id, beneficiaryId };
    const done =
      props.how === 'reserve'
        ? await reserve.send({ input: { ...whose, days } }, entry.idempotencyKey)
        : await lend.send({ input: { ...whose, dueOn } }, entry.idempotencyKey);
    if (done) props.onClose();
  };
  return (
    <FormDialog
      title={word}
      save={word}
      refusals={act.refusals}
      sending={act.sending}
      onSend={() => void save()}
      onClose={props.onClose}
    >
      {beneficiaryId ? (
        <Row apart>
          <span>{t('keeping.picked')}</span>
          <Button variant="subtle" onClick={() => entry.set('beneficiaryId', '')}>
            {t('keeping.another')}
          </Button>
        </Row>
      ) : (
        <FindPerson
          label={t('keeping.person')}
          action={t('keeping.pick')}
          onPick={(id) => entry.set('beneficiaryId', id)}
        />
      )}
      {props.how === 'reserve' ? (
        <NumberField
          path="days"
          label={t('keeping.days')}
          value={days}
          onChange={(value) => entry.set('days', value)}
        />
      ) : (
        <TextField
          path="dueOn"
          label={t('keeping.due')}
          type="date"
          required
          value={dueOn}
          onChange={(value) => entry.set('dueOn', value)}
        />
      )}
    </FormDialog>
  );
}
