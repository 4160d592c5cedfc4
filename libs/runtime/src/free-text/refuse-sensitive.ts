import { type Refusal, SENSITIVE_TEXT } from '#errors';
import { type SensitiveKind, sensitiveIn } from './sensitive-text.js';

const WORDS: Readonly<Record<SensitiveKind, { readonly what: string; readonly whatEn: string }>> = {
  NIR: { what: 'un numéro de sécurité sociale', whatEn: 'a social security number' },
  IBAN: { what: 'un compte bancaire', whatEn: 'a bank account' },
  CARD: { what: 'un numéro de carte', whatEn: 'a card number' },
  PASSWORD: { what: 'un mot de passe', whatEn: 'a password' },
};

/**
 * The refusal `SENSITIVE_TEXT` of a text that holds what nobody may keep here, undefined of any other. Mutations are looked through
 * by themselves; what a file brings has to be handed over, text by text, before anything of it is kept or repeated.
 */
export function sensitiveRefusal(text: string, path: string): Refusal | undefined {
  const kind = sensitiveIn(text);
  return kind && SENSITIVE_TEXT(WORDS[kind], path);
}

/** Throws what `sensitiveRefusal` finds. */
export function refuseSensitive(text: string, path: string): void {
  const refusal = sensitiveRefusal(text, path);
  if (refusal) throw refusal;
}
