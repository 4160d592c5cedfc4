/** A calendar day as a sentence says it: « 1 décembre 2026 ». */
export function dayWords(day: string, language: 'fr-FR' | 'en-GB'): string {
  const said = new Intl.DateTimeFormat(language, { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });
  return said.format(new Date(`${day}T00:00:00Z`)).replace(/^1 /, language === 'fr-FR' ? '1er ' : '1 ');
}
