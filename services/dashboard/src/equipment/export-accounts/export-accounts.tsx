import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { TillFileLanguage } from '../../i18n/till-file-language.js';
import { useWords } from '../../i18n/words.js';
import { EntryForm, FieldRow, FormField, SaveButton } from '../../ui/form.js';
import { Stack } from '../../ui/layout.js';
import { savePaper } from '../../ui/save-paper.js';
import { Unfold } from '../../ui/unfold.js';
import { useEntry } from '../../ui/use-entry.js';

const ACCOUNTS = graphql(`
  query ExportAccounts($branch: String, $from: LocalDate!, $to: LocalDate!) {
    exportAccounts(branch: $branch, from: $from, to: $to) {
      name
      mediaType
      base64
    }
  }
`);

interface OfBranch {
  readonly branch: string;
  readonly day: string;
}

/** The closed days of the branch as a file for whoever keeps its accounts. */
export function ExportAccounts(props: OfBranch) {
  return (
    <TillFileLanguage>
      <Accounts {...props} />
    </TillFileLanguage>
  );
}

function Accounts({ branch, day }: OfBranch) {
  const t = useWords();
  const { values, set, idempotencyKey } = useEntry({ from: `${day.slice(0, 7)}-01`, to: day });
  const asked = useCommand(ACCOUNTS);
  const [saved, setSaved] = useState('');
  const save = async () => {
    const file = (await asked.send({ branch, ...values }, idempotencyKey))?.exportAccounts;
    if (!file) return;
    savePaper(file);
    setSaved(file.name);
  };
  return (
    <Unfold label={t('tillFile.accounts')}>
      <EntryForm
        label={t('tillFile.accounts')}
        refusals={asked.refusals}
        sending={asked.sending}
        onSend={() => void save()}
      >
        <Stack gap={12}>
          <p className="soft">{t('tillFile.accountsWhat')}</p>
          <FieldRow>
            {(['from', 'to'] as const).map((field) => (
              <FormField key={field} path={field} label={t(`tillFile.${field}`)} required>
                {(control) => (
                  <TextInput
                    {...control}
                    type="date"
                    max={day}
                    value={values[field]}
                    onChange={(event) => set(field, event.currentTarget.value)}
                  />
                )}
              </FormField>
            ))}
          </FieldRow>
          <SaveButton as="beside">{t('tillFile.accounts')}</SaveButton>
          <span className="soft small" role="status">
            {saved ? t('tillFile.saved', { name: saved }) : ''}
          </span>
        </Stack>
      </EntryForm>
    </Unfold>
  );
}
