import { expect, it } from '@jest/globals';
import { named } from './refusal.js';

const join = (field: string, what: string) => `${field}\u00a0: ${what}`;

it('names the field of a refusal in the summary, without saying it twice', () => {
  expect(named('Nom', 'Ce champ est obligatoire.', join)).toBe('Nom\u00a0: ce champ est obligatoire.');
  expect(named('Lieu', 'Lille est fermée.', join)).toBe('Lieu\u00a0: Lille est fermée.');
  expect(named('Code postal', 'Le code postal compte 5 chiffres.', join)).toBe('Le code postal compte 5 chiffres.');
  expect(named(undefined, 'Ce champ est obligatoire.', join)).toBe('Ce champ est obligatoire.');
});
