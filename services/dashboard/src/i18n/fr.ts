import type { afterSales } from './after-sales.fr.js';
import { app } from './app.fr.js';
import type { articles } from './articles.fr.js';
import type { assessments } from './assessments.fr.js';
import type { audits } from './audits.fr.js';
import { beneficiaries } from './beneficiaries.fr.js';
import type { connectivity } from './connectivity.fr.js';
import { desk } from './desk.fr.js';
import type { deviceWords } from './device-terms.fr.js';
import type { donations } from './donations.fr.js';
import type { dropIns } from './drop-ins.fr.js';
import type { duplicates } from './duplicates.fr.js';
import type { enrolList } from './enrol-list.fr.js';
import type { entitlements } from './entitlements.fr.js';
import { equipment } from './equipment.fr.js';
import type { equipmentFigures } from './equipment-figures.fr.js';
import type { evidence } from './evidence.fr.js';
import type { exceptions } from './exceptions.fr.js';
import type { gate } from './gate.fr.js';
import type { gateway } from './gateway.fr.js';
import type { grades } from './grades.fr.js';
import type { imports } from './imports.fr.js';
import type { keepings } from './keepings.fr.js';
import type { keptSales } from './kept-sales.fr.js';
import type { labels } from './labels.fr.js';
import type { landing } from './landing.fr.js';
import type { members } from './members.fr.js';
import type { notices } from './notices.fr.js';
import type { openData } from './open-data.fr.js';
import { pages } from './pages.fr.js';
import type { peopleImports } from './people-imports.fr.js';
import type { places } from './places.fr.js';
import type { prescriptions } from './prescriptions.fr.js';
import type { radar } from './radar.fr.js';
import { reporting } from './reporting.fr.js';
import type { resources } from './resources.fr.js';
import type { rights } from './rights.fr.js';
import type { series } from './series.fr.js';
import type { sessionFigures } from './session-figures.fr.js';
import type { sharing } from './sharing.fr.js';
import type { supports } from './supports.fr.js';
import type { team } from './team.fr.js';
import type { tillDays } from './till-days.fr.js';
import type { tillFiles } from './till-files.fr.js';
import type { timeline } from './timeline.fr.js';
import type { transfers } from './transfers.fr.js';
import { ui } from './ui.fr.js';
import { workshops } from './workshops.fr.js';

/** The sentences of all pages, in French first: the keys of this object are the keys of all languages. */
export const fr = {
  ...ui,
  ...app,
  ...pages,
  ...desk,
  ...beneficiaries,
  ...equipment,
  ...reporting,
  ...workshops,
};

/** A sentence of all pages, or one that some pages bring along (`WithWords`). */
export type MessageId =
  | keyof typeof fr
  | keyof typeof afterSales
  | keyof typeof connectivity
  | keyof typeof labels
  | keyof typeof equipmentFigures
  | keyof typeof assessments
  | keyof typeof timeline
  | keyof typeof peopleImports
  | keyof typeof enrolList
  | keyof typeof gate
  | keyof typeof landing
  | keyof typeof supports
  | keyof typeof evidence
  | keyof typeof gateway
  | keyof typeof places
  | keyof typeof imports
  | keyof typeof members
  | keyof typeof articles
  | keyof typeof rights
  | keyof typeof transfers
  | keyof typeof series
  | keyof typeof audits
  | keyof typeof deviceWords
  | keyof typeof tillDays
  | keyof typeof tillFiles
  | keyof typeof exceptions
  | keyof typeof grades
  | keyof typeof donations
  | keyof typeof keepings
  | keyof typeof entitlements
  | keyof typeof dropIns
  | keyof typeof keptSales
  | keyof typeof duplicates
  | keyof typeof prescriptions
  | keyof typeof sessionFigures
  | keyof typeof sharing
  | keyof typeof openData
  | keyof typeof notices
  | keyof typeof team
  | keyof typeof resources
  | keyof typeof radar;
