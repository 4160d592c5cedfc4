import { useState } from 'react';
import { useWords } from '../../i18n/words.js';
import { TextField } from '../../ui/fields.js';
import { EntryForm, SaveButton } from '../../ui/form.js';
import { Notice } from '../../ui/layout.js';
import { askAtDoor } from './door.js';
import { useDoor } from './use-door.js';

/** The address a link goes to. Whoever is known and whoever is not read the same answer. */
export function AskForLink() {
  const t = useWords();
  const [email, setEmail] = useState('');
  const { pass, sending, refusals, passed } = useDoor();
  return (
    <>
      <div role="status">{passed ? <Notice tone="good">{t('orient.linkSent')}</Notice> : null}</div>
      <EntryForm
        label={t('orient.title')}
        refusals={refusals}
        sending={sending}
        onSend={() => void pass(() => askAtDoor({ do: 'ask', email }))}
      >
        <TextField
          path="email"
          label={t('orient.mail')}
          description={t('orient.mailHelp')}
          required
          value={email}
          onChange={setEmail}
        />
        <SaveButton>{t('orient.ask')}</SaveButton>
      </EntryForm>
    </>
  );
}
