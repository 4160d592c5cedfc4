import type { TableCell } from 'pdfmake';
import type { HelperKind } from '#events';
import { fontFor, type Paper, pdfOf } from '#papers';
import { totalOf, type ValuedHours } from './valued-hours.js';

const KIND_FR: Readonly<Record<HelperKind, string>> = {
  VOLUNTEER: 'bénévole',
  CIVIC_SERVICE: 'volontaire en service civique',
  EMPLOYEE: 'salarié·e',
  CORPORATE_VOLUNTEER: 'bénévole d’entreprise',
  INTERN: 'stagiaire',
};
const MONEY = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' });

/** What stands on a helper's statement of a year. */
export interface HelperYear {
  readonly name: string;
  readonly kind: HelperKind | null;
  readonly year: number;
  /** When it was made. */
  readonly at: Date;
  readonly lines: readonly (ValuedHours & { readonly month: string; readonly city: string })[];
}

/** A helper's hours of a year by month and branch, with what they are worth, on A4; made at one moment it is the same bytes. */
export function statementPaper({ name, kind, year, at, lines }: HelperYear): Promise<Buffer> {
  const font = fontFor(name);
  const total = totalOf(lines);
  const paper: Paper = {
    pageSize: 'A4',
    pageMargins: [48, 48],
    defaultStyle: { font: 'Helvetica', fontSize: 10 },
    language: 'fr-FR',
    info: { title: `Relevé d’heures ${year}`, creationDate: at },
    content: [
      { text: 'Passerelle', bold: true, fontSize: 13 },
      { text: `Relevé d’heures ${year}`, bold: true, fontSize: 16, margin: [0, 8, 0, 8] },
      { text: font === undefined ? 'Nom\u00a0:' : name, font: font ?? 'Helvetica', bold: true, fontSize: 12 },
      { text: kind === null ? 'membre de l’équipe' : KIND_FR[kind] },
      {
        margin: [0, 14, 0, 0],
        layout: 'lightHorizontalLines',
        table: {
          headerRows: 1,
          widths: ['*', '*', 'auto', 'auto'],
          body: [
            rowOf(['Mois', 'Antenne', 'Heures', 'Valeur'], true),
            ...lines.map((line) => rowOf([monthOf(line.month), line.city, hours(line.minutes), euros(line)])),
            rowOf(['Total', '', hours(total.minutes), euros(total)], true),
          ],
        },
      },
      {
        text: `Heures relevées sur les créneaux tenus, valorisées au taux horaire national de chaque jour.${
          total.unvaluedMinutes > 0 ? ` ${hours(total.unvaluedMinutes)} sans taux ne sont pas valorisées.` : ''
        }`,
        fontSize: 8,
        margin: [0, 10, 0, 0],
      },
      { text: `Établi le ${dayOf(at)}.`, fontSize: 8, margin: [0, 4, 0, 0] },
    ],
  };
  return pdfOf(paper);
}

function rowOf([month = '', branch = '', time = '', value = '']: readonly string[], bold = false): TableCell[] {
  return [
    { text: month, bold },
    { text: branch, bold },
    { text: time, bold, alignment: 'right', noWrap: true },
    { text: value, bold, alignment: 'right', noWrap: true },
  ];
}

function monthOf(month: string): string {
  return new Date(`${month}-15T12:00:00Z`).toLocaleDateString('fr-FR', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

function hours(minutes: number): string {
  return `${Math.floor(minutes / 60)}\u00a0h\u00a0${String(minutes % 60).padStart(2, '0')}`;
}

/** The narrow space of French numbers is in none of these fonts. */
function euros({ cents }: ValuedHours): string {
  return MONEY.format(cents / 100).replaceAll('\u202f', '\u00a0');
}

function dayOf(at: Date): string {
  return at.toLocaleDateString('fr-FR', { dateStyle: 'long', timeZone: 'Europe/Paris' });
}
