import { createRequire } from 'node:module';
import pdfmake from 'pdfmake';

// The fonts every reader of PDF brings along: nothing to embed, and a paper stays a few kilobytes.
const FONTS = createRequire(import.meta.url)('pdfmake/standard-fonts/Helvetica.js') as Parameters<
  typeof pdfmake.setFonts
>[0];
pdfmake.setFonts(FONTS);
// A paper is drawn from what it is given and these fonts' names alone.
const named: readonly unknown[] = Object.values(FONTS).flatMap((font) => Object.values(font));
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => named.includes(path));

/** What is to be drawn. */
export type Paper = Parameters<typeof pdfmake.createPdf>[0];

/** The paper as PDF; the same paper gives the same bytes when its creation date is given. */
export function pdfOf(paper: Paper): Promise<Buffer> {
  return pdfmake.createPdf(paper).getBuffer();
}
