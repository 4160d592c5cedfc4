import { cellOf } from './event-pages.js';
import type { WrittenRefusal } from './sources.js';

/** Where the page lies. */
export const REFUSAL_PAGE = 'docs/refusals.md';

/** Every refusal with its kind and both sentences, for whoever writes a client. */
export function refusalPage(refusals: readonly WrittenRefusal[]): string {
  const rows = refusals.map(
    ({ code, kind, fr, en, doc, file }) =>
      `| \`${code}\` | ${[kind, ownerOf(file), fr, en, doc].map(cellOf).join(' | ')} |`,
  );
  return `# Refusals

Written by \`npm run contracts\` from the \`.refusals.ts\` files; do not edit. A code never changes its meaning: branch on
it, and show the sentence of the reader's language. Both come in \`errors[].extensions\`, beside \`field\`, the path of the
input at fault. \`{seats}\` stands for a value. Of kind \`retry\`, the same request may pass in a moment. Anything that is
no refusal comes as \`INTERNAL\` with a correlation id.

| Code | Kind | From | French | English | When |
|---|---|---|---|---|---|
${rows.join('\n')}
`;
}

/** Codes that mean different things in different places. */
export function ambiguousCodes(refusals: readonly WrittenRefusal[]): string[] {
  const kinds = new Map<string, Set<string>>();
  for (const { code, kind } of refusals) kinds.set(code, (kinds.get(code) ?? new Set()).add(kind));
  return [...kinds].filter(([, found]) => found.size > 1).map(([code]) => `${code} is of two kinds`);
}

function ownerOf(file: string): string {
  const [top, name] = file.split('/');
  return top === 'services' ? (name ?? '') : 'every service';
}
