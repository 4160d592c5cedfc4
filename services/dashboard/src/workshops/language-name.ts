/** What a language is called in another, `fr` in French « français »; a code that nobody knows shows as itself. */
export function languageName(code: string, locale: string): string {
  return new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code;
}
