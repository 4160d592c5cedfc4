import { Button } from '@mantine/core';
import { useState } from 'react';
import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { LabelLanguage } from '../../i18n/label-language.js';
import { useWords } from '../../i18n/words.js';
import { NumberField } from '../../ui/fields.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { savePaper } from '../../ui/save-paper.js';
import { useEntry } from '../../ui/use-entry.js';

const LABELS = graphql(`
  query DeviceLabels($tags: [String!]!, $firstLabel: Int!) {
    deviceLabels(tags: $tags, firstLabel: $firstLabel) {
      name
      mediaType
      base64
    }
  }
`);
const MOST = 200;

interface Printed {
  /** In the order they are to stand on the sheet. */
  readonly tags: readonly string[];
}

/** Labels of these devices, on sheets of which some labels may be gone. */
export function PrintLabels(props: Printed) {
  return (
    <LabelLanguage>
      <Labels {...props} />
    </LabelLanguage>
  );
}

function Labels({ tags }: Printed) {
  const t = useWords();
  const [open, setOpen] = useState(false);
  const entry = useEntry({ firstLabel: 1 as number | null });
  const asked = useCommand(LABELS);
  const printed = tags.slice(0, MOST);
  const save = async () => {
    const variables = { tags: printed, firstLabel: entry.values.firstLabel ?? 0 };
    const file = (await asked.send(variables, entry.idempotencyKey))?.deviceLabels;
    if (!file) return;
    savePaper(file);
    setOpen(false);
  };
  if (printed.length === 0) return null;
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('labels.print')}
      </Button>
      <FormDialog
        opened={open}
        title={t('labels.print')}
        save={t('labels.save')}
        refusals={asked.refusals}
        sending={asked.sending}
        onSend={() => void save()}
        onClose={() => setOpen(false)}
      >
        <p>{printed.length === 1 ? t('labels.one') : t('labels.what', { count: printed.length })}</p>
        <NumberField
          path="firstLabel"
          label={t('labels.first')}
          value={entry.values.firstLabel}
          onChange={(value) => entry.set('firstLabel', value)}
        />
      </FormDialog>
    </>
  );
}
