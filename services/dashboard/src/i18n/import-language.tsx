import type { ReactNode } from 'react';
import { imports } from './imports.fr.js';
import { languageOf } from './own-words.js';
import { PlaceLanguage } from './place-language.js';

const OwnLanguage = languageOf({ sentences: imports }, async () => ({
  sentences: (await import('./imports.en.js')).imports,
}));

/** The words of the imports of places, and those of places, for the pages below. */
export function ImportLanguage({ children }: { readonly children: ReactNode }) {
  return (
    <PlaceLanguage>
      <OwnLanguage>{children}</OwnLanguage>
    </PlaceLanguage>
  );
}
