import type { Content, TableCell } from 'pdfmake';
import type { MediationTheme } from '#events';
import { fontFor, type Paper, pdfOf } from '#papers';
import { aboutThemes } from '../notices/send-notices/notice-letter.js';

/** Lines left free for people who come without a seat. */
const FREE_LINES = 6;
const LINE = 26;

/** What stands on the sheet; a name that the reader may not know is null, and its line is written by hand. */
export interface AttendanceSheet {
  readonly title: string | null;
  readonly place: string | null;
  readonly city: string | null;
  readonly zone: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly themes: readonly MediationTheme[];
  readonly names: readonly (string | null)[];
}

/** The sheet that people sign, on A4: who has a seat by name, then free lines; the same seats give the same bytes. */
export function attendancePaper(sheet: AttendanceSheet): Promise<Buffer> {
  const { title, place, city, zone, startsAt, endsAt, themes, names } = sheet;
  const hour = (at: Date) => at.toLocaleTimeString('fr-FR', { timeStyle: 'short', timeZone: zone });
  const day = startsAt.toLocaleDateString('fr-FR', { dateStyle: 'full', timeZone: zone });
  const free = Array.from({ length: FREE_LINES }, () => null);
  const paper: Paper = {
    pageSize: 'A4',
    pageMargins: [36, 36, 36, 44],
    defaultStyle: { font: 'Helvetica', fontSize: 10 },
    language: 'fr-FR',
    info: { title: 'Feuille d’émargement', creationDate: startsAt },
    footer: (page, pages) => ({ text: `${page} / ${pages}`, alignment: 'center', fontSize: 8, margin: [0, 12] }),
    content: [
      { text: 'Feuille d’émargement', bold: true, fontSize: 16 },
      ...(title === null ? [] : [said(title, { bold: true, fontSize: 12, margin: [0, 4, 0, 0] })]),
      { text: `${day}, de ${hour(startsAt)} à ${hour(endsAt)}`, margin: [0, 4, 0, 0] },
      said([place, city].filter(Boolean).join(', ') || 'Lieu\u00a0:', {}),
      ...(themes.length === 0 ? [] : [{ text: `Thèmes\u00a0: ${aboutThemes(themes)}` } satisfies Content]),
      {
        margin: [0, 12, 0, 0],
        table: {
          headerRows: 1,
          widths: [18, '*', 70, 190],
          heights: (row) => (row === 0 ? 14 : LINE),
          body: [
            ['', 'Nom et prénom', 'Arrivée', 'Signature'].map((text): TableCell => ({ text, bold: true, fontSize: 9 })),
            ...[...names, ...free].map((name, index) => rowOf(index < names.length ? index + 1 : null, name)),
          ],
        },
      },
      { text: 'Lignes sans nom\u00a0: personnes venues sans inscription.', fontSize: 8, margin: [0, 6, 0, 0] },
    ],
  };
  return pdfOf(paper);
}

function rowOf(number: number | null, name: string | null): TableCell[] {
  return [{ text: number === null ? '' : String(number), fontSize: 8 }, said(name ?? '', {}), '', ''];
}

/** Words in a font that has their letters; those of a script that none has are left to a pen. */
function said(text: string, how: { bold?: boolean; fontSize?: number; margin?: [number, number, number, number] }) {
  const font = fontFor(text);
  return { ...how, text: font === undefined ? '' : text, font: font ?? 'Helvetica' } satisfies Content;
}
