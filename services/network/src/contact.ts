import { optionalText } from '#errors';
import { CONTACT_EMAIL } from './organisations/organisation.refusals.js';

/** Who to ask for, as somebody says it. */
export interface ContactDescription {
  contactName?: string | null | undefined;
  contactEmail?: string | null | undefined;
  contactTelephone?: string | null | undefined;
}

/** Who to ask for, as it is kept. Refuses `TEXT_LENGTH`, `CONTACT_EMAIL`. */
export function checkedContact(described: ContactDescription) {
  const contactEmail = optionalText(described.contactEmail, 'input.contactEmail', { max: 254 });
  if (contactEmail !== null && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(contactEmail))
    throw CONTACT_EMAIL({}, 'input.contactEmail');
  return {
    contactName: optionalText(described.contactName, 'input.contactName', { max: 120 }),
    contactEmail,
    contactTelephone: optionalText(described.contactTelephone, 'input.contactTelephone', { max: 30 }),
  };
}
