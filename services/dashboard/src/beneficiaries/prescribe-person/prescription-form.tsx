import { useState } from 'react';
import { graphql } from '../../app/query.js';
import { useScope } from '../../app/scope.js';
import { useCommand } from '../../app/use-command.js';
import { useUnsavedGuard } from '../../app/use-unsaved-guard.js';
import { useWords } from '../../i18n/words.js';
import { EntryForm, SaveButton } from '../../ui/form.js';
import { Notice, PageHead, Sheet } from '../../ui/layout.js';
import { useEntry } from '../../ui/use-entry.js';
import { OrganisationField } from '../organisation-field.js';
import { NOTHING_SAID, PrescriptionFields } from './prescription-fields.js';

const PRESCRIBE = graphql(`
  mutation PrescribePerson($input: PrescribePersonInput!) {
    prescribePerson(input: $input) {
      id
    }
  }
`);

const FRESH = { organisationId: '', ...NOTHING_SAID };

/** Who the person is, what they need and what they agree to. */
export function PrescriptionForm() {
  const t = useWords();
  const { one } = useScope();
  const entry = useEntry(FRESH);
  useUnsavedGuard(entry.touched);
  const [sent, setSent] = useState(false);
  const prescribe = useCommand(PRESCRIBE, { touches: [['read', 'MyPrescriptions']] });
  const { values, set } = entry;
  const save = async () => {
    setSent(false);
    const { birthYear, ...rest } = values;
    const input = { ...rest, branch: one ?? null, birthYear: birthYear ? Number(birthYear) : null };
    if (!(await prescribe.send({ input: input as never }, entry.idempotencyKey))) return;
    entry.renew(FRESH);
    setSent(true);
    window.scrollTo({ top: 0 });
  };
  return (
    <>
      <PageHead title={t('page.prescribe')} context={t('prescription.own')} />
      {sent ? <Notice tone="good">{t('prescription.sent')}</Notice> : null}
      <Sheet>
        <EntryForm
          label={t('page.prescribe')}
          refusals={prescribe.refusals}
          sending={prescribe.sending}
          onSend={() => void save()}
        >
          <OrganisationField value={values.organisationId} onChange={(value) => set('organisationId', value)} />
          <PrescriptionFields entry={entry} />
          <SaveButton>{t('prescription.send')}</SaveButton>
        </EntryForm>
      </Sheet>
    </>
  );
}
