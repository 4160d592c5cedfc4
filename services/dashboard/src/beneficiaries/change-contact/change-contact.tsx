import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useWords } from '../../i18n/words.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { useEntry } from '../../ui/use-entry.js';
import { ContactFields, type ContactTyped, contactOf } from '../contact-fields.js';
import type { PersonShown } from '../show-beneficiary/person-query.js';

const CHANGE = graphql(`
  mutation ChangeContact($input: ChangeContactInput!) {
    changeContact(input: $input) {
      id
    }
  }
`);

/** Name and contact as they should now read; nobody else is told, and no figure moves. */
export function ChangeContact({ person, onClose }: { readonly person: PersonShown; readonly onClose: () => void }) {
  const t = useWords();
  const entry = useEntry<ContactTyped>({
    givenName: person.givenName ?? '',
    familyName: person.familyName ?? '',
    phone: person.phone ?? '',
    email: person.email ?? '',
    noContact: person.noPhone && person.noEmail,
    contactPreference: person.contactPreference,
  });
  const change = useCommand(CHANGE, {
    touches: [
      ['read', 'Person'],
      ['read', 'RecentPeople'],
      ['read', 'People'],
    ],
  });
  const save = async () => {
    const contact = contactOf(entry.values);
    const input = {
      id: person.id,
      expectedVersion: person.version,
      // What this form does not show stays as it is.
      spokenLanguage: person.spokenLanguage,
      ...contact,
      noPhone: contact.noPhone || (person.noPhone && contact.phone === null),
      noEmail: contact.noEmail || (person.noEmail && contact.email === null),
    };
    if (await change.send({ input: input as never }, entry.idempotencyKey)) onClose();
  };
  return (
    <FormDialog
      title={t('people.changeContact')}
      save={t('people.saveContact')}
      refusals={change.refusals}
      sending={change.sending}
      onSend={() => void save()}
      onClose={onClose}
    >
      <ContactFields values={entry.values} onChange={entry.change} />
    </FormDialog>
  );
}
