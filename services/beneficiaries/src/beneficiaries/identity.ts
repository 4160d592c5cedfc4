import { registerEnumType } from '@nestjs/graphql';
import { optionalText, requireText } from '#errors';
import {
  CONTACT_CONTRADICTION,
  CONTACT_PREFERENCE,
  EMAIL,
  LANGUAGE_CODE,
  NAME_CHARACTERS,
  NAME_REQUIRED,
  PHONE,
} from './beneficiary.refusals.js';

/** How a person wishes to be reached. */
export const ContactPreference = { CALL: 'CALL', SMS: 'SMS', EMAIL: 'EMAIL', NONE: 'NONE' } as const;
export type ContactPreference = (typeof ContactPreference)[keyof typeof ContactPreference];
registerEnumType(ContactPreference, { name: 'ContactPreference', description: 'How a person wishes to be reached.' });

/** Name and contact data as somebody types them. */
export interface IdentityInput {
  givenName?: string | null | undefined;
  familyName?: string | null | undefined;
  phone?: string | null | undefined;
  noPhone: boolean;
  email?: string | null | undefined;
  noEmail: boolean;
  contactPreference: ContactPreference;
  spokenLanguage?: string | null | undefined;
}

/** Name and contact data, checked and in one form. */
export interface Identity {
  givenName: string | null;
  familyName: string | null;
  phone: string | null;
  noPhone: boolean;
  email: string | null;
  noEmail: boolean;
  contactPreference: ContactPreference;
  spokenLanguage: string | null;
}

/** What an anonymous person has of it: nothing. */
export const NO_IDENTITY: Identity = {
  givenName: null,
  familyName: null,
  phone: null,
  noPhone: false,
  email: null,
  noEmail: false,
  contactPreference: 'NONE',
  spokenLanguage: null,
};

/** Refuses `NAME_REQUIRED`, `NAME_CHARACTERS`, `TEXT_LENGTH`, `PHONE`, `EMAIL`, `CONTACT_CONTRADICTION`, `CONTACT_PREFERENCE`, `LANGUAGE_CODE`. */
export function identityOf(input: IdentityInput): Identity {
  const givenName = nameOf(input.givenName, 'input.givenName');
  const familyName = nameOf(input.familyName, 'input.familyName');
  if (givenName === null && familyName === null) throw NAME_REQUIRED({}, 'input.familyName');
  const phone = phoneOf(input.phone);
  const email = emailOf(input.email);
  if (phone !== null && input.noPhone) throw CONTACT_CONTRADICTION({}, 'input.noPhone');
  if (email !== null && input.noEmail) throw CONTACT_CONTRADICTION({}, 'input.noEmail');
  const needed = { CALL: phone, SMS: phone, EMAIL: email, NONE: '' }[input.contactPreference];
  if (needed === null) throw CONTACT_PREFERENCE({}, 'input.contactPreference');
  return {
    givenName,
    familyName,
    phone,
    noPhone: input.noPhone,
    email,
    noEmail: input.noEmail,
    contactPreference: input.contactPreference,
    spokenLanguage: languageOf(input.spokenLanguage),
  };
}

// Any script, one letter is enough; what cannot be seen or turns the reading order over is no part of a name.
function nameOf(typed: string | null | undefined, field: string): string | null {
  if (typed == null || typed.trim() === '') return null;
  if (/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u.test(typed)) throw NAME_CHARACTERS({}, field);
  const name = requireText(typed, field, { max: 80 }).replace(/\s+/g, ' ');
  if (!/\p{L}/u.test(name)) throw NAME_CHARACTERS({}, field);
  return name;
}

/** Dialled in France with a leading 0, these belong to a country code of their own. */
const OVERSEAS: readonly (readonly [RegExp, string])[] = [
  [/^0(26[239]|63[89]|69[23])/, '+262'],
  [/^0(590|69[01])/, '+590'],
  [/^0(594|694)/, '+594'],
  [/^0(596|69[67])/, '+596'],
];

/** National digits after the country codes whose numbers have one length. */
const LENGTHS: Readonly<Record<string, RegExp>> = {
  '+33': /^[1-9]\d{8}$/,
  '+262': /^\d{9}$/,
  '+590': /^\d{9}$/,
  '+594': /^\d{9}$/,
  '+596': /^\d{9}$/,
  '+508': /^(\d{6}|\d{9})$/,
  '+687': /^\d{6}$/,
  '+689': /^\d{8}$/,
  '+681': /^\d{6}$/,
};

/** The number in E.164 form, French and overseas numbers recognised as they are dialled. Refuses `PHONE`. */
export function phoneOf(typed: string | null | undefined): string | null {
  const text = typed?.trim() ?? '';
  if (text === '') return null;
  if (text.length > 30 || !/^\+?[\d\s().\-/\u00a0\u202f\u2011]+$/.test(text)) throw PHONE({}, 'input.phone');
  const dialled = text
    .replace(/\(0\)/, '')
    .replace(/[^\d+]/g, '')
    .replace(/^00/, '+');
  const number = dialled.startsWith('+') ? dialled : international(dialled);
  const code = Object.keys(LENGTHS).find((prefix) => number.startsWith(prefix));
  const right = code ? LENGTHS[code]?.test(number.slice(code.length)) : /^\+[1-9]\d{7,14}$/.test(number);
  if (!right) throw PHONE({}, 'input.phone');
  return number;
}

function international(dialled: string): string {
  if (!/^0[1-9]\d{8}$/.test(dialled)) throw PHONE({}, 'input.phone');
  const overseas = OVERSEAS.find(([beginning]) => beginning.test(dialled));
  return `${overseas?.[1] ?? '+33'}${dialled.slice(1)}`;
}

/** The address in lower case. Refuses `EMAIL`. */
export function emailOf(typed: string | null | undefined): string | null {
  const text = optionalText(typed, 'input.email', { max: 254 });
  if (text === null) return null;
  if (!/^[^\s@<>(),;:"]{1,64}@[^\s@<>(),;:"]+\.[^\s@<>(),;:".]{2,}$/u.test(text) || /[\p{Cc}]|\.\.|\.@|@\./u.test(text))
    throw EMAIL({}, 'input.email');
  return text.toLowerCase();
}

function languageOf(code: string | null | undefined): string | null {
  if (code == null || code === '') return null;
  if (!/^[a-z]{2,3}$/.test(code)) throw LANGUAGE_CODE({}, 'input.spokenLanguage');
  return code;
}
