import type { ReactNode } from 'react';
import { Wordmark } from '../ui/wordmark.js';
import css from './landing.module.css';
import { LanguageSwitch } from './language-switch.js';

/** The frame of a page for somebody who is not signed in: the name, the language, and nothing else around it. */
export function PublicPage({ children, beside }: { readonly children: ReactNode; readonly beside?: ReactNode }) {
  return (
    <div className={css.landing}>
      <header data-frame>
        <Wordmark height={36} />
        <LanguageSwitch />
      </header>
      <main>{children}</main>
      {beside}
    </div>
  );
}
