import { createRequire } from 'node:module';
import pdfmake from 'pdfmake';

const find = createRequire(import.meta.url);
type Fonts = Parameters<typeof pdfmake.setFonts>[0];
// Helvetica is what every reader of PDF brings along: nothing to embed, and a paper stays a few kilobytes. Roboto is embedded where a
// name needs letters that it has not.
const FONTS: Fonts = {
  ...(find('pdfmake/standard-fonts/Helvetica.js') as Fonts),
  ...(find('pdfmake/fonts/Roboto.js') as Fonts),
};
pdfmake.setFonts(FONTS);
// A paper is drawn from what it is given and these fonts alone.
const named: readonly unknown[] = Object.values(FONTS).flatMap((font) => Object.values(font));
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => named.includes(path));

/** What is to be drawn: a description as pdfmake reads it, set in `Helvetica` or `Roboto`. */
export type Paper = Parameters<typeof pdfmake.createPdf>[0];

/** The paper as PDF; the same paper gives the same bytes when its creation date is given. */
export function pdfOf(paper: Paper): Promise<Buffer> {
  return pdfmake.createPdf(paper).getBuffer();
}

const WESTERN = /^[\u0020-\u007e\u00a0-\u00ffŒœŠšŸŽžƒ‘’“”„–—…•€]*$/;
const DRAWN = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}\p{P}\p{Zs}\p{N}]*$/u;

/** The font that has all letters of a text; undefined when none has, so that it is to be written by hand. */
export function fontFor(text: string): 'Helvetica' | 'Roboto' | undefined {
  if (WESTERN.test(text)) return 'Helvetica';
  return DRAWN.test(text) ? 'Roboto' : undefined;
}
