import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useChoices } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { ChoiceField, TextField } from '../../ui/fields.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { ManyField } from '../../ui/many-field.js';
import { useEntry } from '../../ui/use-entry.js';
import { useToday } from '../../ui/use-today.js';
import { type JourneyShown, TOUCHED } from '../show-support-journey/support-query.js';

const END = graphql(`
  mutation EndSupportJourney($input: EndSupportJourneyInput!) {
    endSupportJourney(input: $input) {
      id
    }
  }
`);

/** The exit: why, when, and what came of it. */
export function EndSupportJourney(props: { readonly journey: JourneyShown; readonly onClose: () => void }) {
  const { journey, onClose } = props;
  const t = useWords();
  const today = useToday();
  const end = useCommand(END, { touches: TOUCHED });
  const entry = useEntry({ exitReason: 'GOALS_REACHED', outcomes: [] as readonly string[], occurredOn: today });
  const { values, set } = entry;
  const save = async () => {
    const input = { ...values, id: journey.id, expectedVersion: journey.version };
    if (await end.send({ input: input as never }, entry.idempotencyKey)) onClose();
  };
  return (
    <FormDialog
      title={t('support.end')}
      save={t('support.end')}
      refusals={end.refusals}
      sending={end.sending}
      onSend={() => void save()}
      onClose={onClose}
    >
      <p>{t('support.endWhat')}</p>
      <ChoiceField
        path="exitReason"
        label={t('support.exitReason')}
        data={useChoices('ExitReason')}
        value={values.exitReason}
        onChange={(chosen) => set('exitReason', chosen)}
      />
      <ManyField
        path="outcomes"
        label={t('support.outcomes')}
        data={useChoices('SupportOutcome')}
        chosen={values.outcomes}
        onChange={(chosen) => set('outcomes', chosen)}
      />
      <TextField
        path="occurredOn"
        type="date"
        max={today}
        label={t('support.day')}
        value={values.occurredOn}
        onChange={(day) => set('occurredOn', day)}
      />
    </FormDialog>
  );
}
