import { app } from './app.en.js';
import { beneficiaries } from './beneficiaries.en.js';
import { desk } from './desk.en.js';
import { equipment } from './equipment.en.js';
import type { fr } from './fr.js';
import { pages } from './pages.en.js';
import { reporting } from './reporting.en.js';
import { ui } from './ui.en.js';
import { workshops } from './workshops.en.js';

/** The same sentences in English; a missing one does not compile. */
export const en: Readonly<Record<keyof typeof fr, string>> = {
  ...ui,
  ...app,
  ...pages,
  ...desk,
  ...beneficiaries,
  ...equipment,
  ...reporting,
  ...workshops,
};
