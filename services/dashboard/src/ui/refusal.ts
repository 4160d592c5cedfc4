/** One expected "no", as the services send it: a stable code and its sentence in both languages. */
export interface RefusalShown {
  readonly code: string;
  readonly kind: string;
  /** Input path, `input.startsAt`; absent when the whole form is refused. */
  readonly field?: string | undefined;
  readonly fr: string;
  readonly en: string;
  readonly correlationId?: string | undefined;
}

/** `input.startsAt`, `startsAt` and `input.lines.0.tag` name the same field whoever writes them. */
export function fieldPath(path: string): string {
  return path
    .replace(/^(?:input|variables)\./, '')
    .replaceAll('[', '.')
    .replaceAll(']', '');
}

/** The id of a field's control; the summary's links lead there. */
export function fieldId(path: string): string {
  return `field-${fieldPath(path).replaceAll('.', '-')}`;
}

export function refusalAt(refusals: readonly RefusalShown[], path: string): RefusalShown | undefined {
  const wanted = fieldPath(path);
  return refusals.find((refusal) => refusal.field !== undefined && fieldPath(refusal.field) === wanted);
}

/** Words that may lose their capital after a colon; any other first word may be a name. */
const ORDINARY = /^(?:Ce|Cet|Cette|Ces|C’|Le|La|Les|L’|Un|Une|Il|Elle|This|The|An?|It)(?=[\s\p{L}])/u;

/** `Nom : ce champ est obligatoire.` A sentence that names its field by itself stands as it is. */
export function named(
  field: string | undefined,
  sentence: string,
  join: (field: string, what: string) => string,
): string {
  if (field === undefined || sentence.toLowerCase().includes(field.toLowerCase())) return sentence;
  return join(
    field,
    sentence.replace(ORDINARY, (word) => word.toLowerCase()),
  );
}
