import { app } from './app.fr.js';
import { beneficiaries } from './beneficiaries.fr.js';
import { desk } from './desk.fr.js';
import { equipment } from './equipment.fr.js';
import { gateway } from './gateway.fr.js';
import { pages } from './pages.fr.js';
import { reporting } from './reporting.fr.js';
import { ui } from './ui.fr.js';
import { workshops } from './workshops.fr.js';

/** Every sentence of the interface, in French first: the keys of this object are the keys of all languages. */
export const fr = {
  ...ui,
  ...app,
  ...pages,
  ...desk,
  ...beneficiaries,
  ...equipment,
  ...gateway,
  ...reporting,
  ...workshops,
};

export type MessageId = keyof typeof fr;
