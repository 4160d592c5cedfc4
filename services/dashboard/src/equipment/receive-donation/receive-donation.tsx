import { Button } from '@mantine/core';
import type { QueryKey } from '@tanstack/react-query';
import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useWords } from '../../i18n/words.js';
import { NumberField, TextField } from '../../ui/fields.js';
import { FieldRow } from '../../ui/form.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { Stack } from '../../ui/layout.js';
import { useEntry } from '../../ui/use-entry.js';

const RECEIVE = graphql(`
  mutation ReceiveDonation($input: ReceiveDonationInput!) {
    receiveDonation(input: $input) {
      id
    }
  }
`);

interface LotTyped {
  readonly label: string;
  readonly expected: number | null;
  readonly kilograms: number | null;
}
const EMPTY: LotTyped = { label: '', expected: null, kilograms: null };

/** A donation comes in, lot by lot, each with its weight. */
export function ReceiveDonation(props: {
  readonly branch: string;
  readonly donorId: string;
  readonly touches: readonly QueryKey[];
  readonly onClose: () => void;
}) {
  const t = useWords();
  const entry = useEntry<{ lots: readonly LotTyped[] }>({ lots: [EMPTY] });
  const receive = useCommand(RECEIVE, { touches: props.touches });
  const { lots } = entry.values;
  const change = (at: number, typed: Partial<LotTyped>) =>
    entry.set(
      'lots',
      lots.map((lot, index) => (index === at ? { ...lot, ...typed } : lot)),
    );
  const save = async () => {
    const { branch, donorId } = props;
    const described = lots.map(({ label, expected, kilograms }) => ({
      label,
      expected: expected ?? 0,
      weightGrams: Math.round((kilograms ?? 0) * 1_000),
    }));
    if (await receive.send({ input: { branch, donorId, lots: described } }, entry.idempotencyKey)) props.onClose();
  };
  return (
    <FormDialog
      title={t('donation.receive')}
      save={t('donation.receive')}
      refusals={receive.refusals}
      sending={receive.sending}
      onSend={() => void save()}
      onClose={props.onClose}
    >
      {lots.map((lot, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lots are added at the end and never change places
        <fieldset key={index}>
          <legend>{t('donation.lot', { number: index + 1 })}</legend>
          <Stack gap={12}>
            <TextField
              path={`lots[${index}].label`}
              label={t('donation.label')}
              required
              value={lot.label}
              onChange={(label) => change(index, { label })}
            />
            <FieldRow>
              <NumberField
                path={`lots[${index}].expected`}
                label={t('donation.expected')}
                value={lot.expected}
                onChange={(expected) => change(index, { expected })}
              />
              <NumberField
                path={`lots[${index}].weightGrams`}
                label={t('donation.weight')}
                value={lot.kilograms}
                onChange={(kilograms) => change(index, { kilograms })}
              />
            </FieldRow>
          </Stack>
        </fieldset>
      ))}
      <Button variant="subtle" onClick={() => entry.set('lots', [...lots, EMPTY])}>
        {t('donation.anotherLot')}
      </Button>
    </FormDialog>
  );
}
