import type { RefusalShown } from '../ui/refusal.js';
import { FORM_FIELDS, GIVEN_FIELDS, type PlaceField, type PlaceShown } from './place-fields.js';

/** What is typed of a place, by property: text as it stands in the field, words of the standard as a list. */
export type PlaceTyped = Readonly<Record<string, string | readonly string[]>>;

/** A form's values for a known place, or for none yet. */
export function typedOf(place?: PlaceShown): PlaceTyped {
  return Object.fromEntries(
    FORM_FIELDS.map(({ property, kind }) => {
      const value: unknown = place?.[property];
      if (kind === 'words') return [property, Array.isArray(value) ? value.map(String) : []];
      if (kind === 'list') return [property, Array.isArray(value) ? value.join('\n') : ''];
      return [property, value == null ? '' : kind === 'degrees' ? String(value).replace('.', ',') : String(value)];
    }),
  );
}

/** One field as the service takes it; what is empty says nothing. */
function inputOf({ kind, property, required }: PlaceField, typed: PlaceTyped): unknown {
  const value = typed[property] ?? '';
  if (typeof value !== 'string') return value;
  const text = value.trim();
  if (kind === 'list')
    return text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  if (text === '') return required ? '' : null;
  if (kind !== 'degrees') return text;
  return degreesOf(text);
}

const degreesOf = (text: string): number => Number(text.trim().replace(',', '.'));

const NOT_A_NUMBER = {
  code: 'NOT_A_NUMBER',
  fr: 'Ce n’est pas une coordonnée en degrés décimaux.',
  en: 'This is no coordinate in decimal degrees.',
};
const REQUIRED = { code: 'REQUIRED', fr: 'Ce champ est obligatoire.', en: 'This field is required.' };

/**
 * What need not be sent to be refused: required fields left empty, degrees that are no number. All of them at once, each
 * beside its field, in the words of an import; everything else is the service's to judge.
 */
export function slipsIn(typed: PlaceTyped): RefusalShown[] {
  return FORM_FIELDS.flatMap(({ kind, property, required }) => {
    const text = String(typed[property] ?? '').trim();
    const field = `input.${property}`;
    if (required && text === '') return [{ ...REQUIRED, kind: 'invalid', field }];
    return kind === 'degrees' && Number.isNaN(degreesOf(text)) ? [{ ...NOT_A_NUMBER, kind: 'invalid', field }] : [];
  });
}

/** Everything typed, for a new place. */
export function recordOf(typed: PlaceTyped): Record<string, unknown> {
  return Object.fromEntries(FORM_FIELDS.map((field) => [field.property, inputOf(field, typed)]));
}

/** The fields typed anew: what was not touched is left out, and stays whatever somebody else made of it. */
export function changedFields(base: PlaceTyped, typed: PlaceTyped): readonly PlaceField[] {
  return FORM_FIELDS.filter((field) => !same(inputOf(field, base), inputOf(field, typed)));
}

/** The same fields as input of a change. */
export function changesOf(base: PlaceTyped, typed: PlaceTyped): Record<string, unknown> {
  return Object.fromEntries(changedFields(base, typed).map((field) => [field.property, inputOf(field, typed)]));
}

/** How many of the standard's fields would say something, those given by the service included. */
export function filledIn(typed: PlaceTyped): number {
  return FORM_FIELDS.filter(({ property }) => (typed[property] ?? '').length > 0).length + GIVEN_FIELDS.length;
}

/** Fields that somebody else changed since, to something other than what is typed here. */
export function fieldsInConflict(base: PlaceTyped, there: PlaceTyped, typed: PlaceTyped): readonly PlaceField[] {
  const mine = new Set(changedFields(base, typed));
  return changedFields(base, there).filter(
    (field) => mine.has(field) && !same(inputOf(field, there), inputOf(field, typed)),
  );
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
