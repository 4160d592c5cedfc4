import { createRequire } from 'node:module';
import type pdfmake from 'pdfmake';

const find = createRequire(import.meta.url);
type Pdfmake = typeof pdfmake;
type Fonts = Parameters<Pdfmake['setFonts']>[0];

/** What is to be drawn: a description as pdfmake reads it, set in `Helvetica` or `Roboto`. */
export type Paper = Parameters<Pdfmake['createPdf']>[0];

let drawing: Promise<Pdfmake> | undefined;

/** The paper as PDF; the same paper gives the same bytes when its creation date is given. */
export async function pdfOf(paper: Paper): Promise<Buffer> {
  // Loaded with the first paper: it is thirty megabytes, and many a process never draws one.
  drawing ??= import('pdfmake').then((loaded) => withFonts(loaded.default));
  return (await drawing).createPdf(paper).getBuffer();
}

function withFonts(drawn: Pdfmake): Pdfmake {
  // Helvetica is what every reader of PDF brings along: nothing to embed, and a paper stays a few kilobytes. Roboto is embedded where a
  // name needs letters that it has not.
  const fonts: Fonts = {
    ...(find('pdfmake/standard-fonts/Helvetica.js') as Fonts),
    ...(find('pdfmake/fonts/Roboto.js') as Fonts),
  };
  drawn.setFonts(fonts);
  // A paper is drawn from what it is given and these fonts alone.
  const named: readonly unknown[] = Object.values(fonts).flatMap((font) => Object.values(font));
  drawn.setUrlAccessPolicy(() => false);
  drawn.setLocalAccessPolicy((path) => named.includes(path));
  return drawn;
}

const WESTERN = /^[\u0020-\u007e\u00a0-\u00ffŒœŠšŸŽžƒ‘’“”„–—…•€]*$/;
const DRAWN = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}\p{P}\p{Zs}\p{N}]*$/u;

/** The font that has all letters of a text; undefined when none has, so that it is to be written by hand. */
export function fontFor(text: string): 'Helvetica' | 'Roboto' | undefined {
  if (WESTERN.test(text)) return 'Helvetica';
  return DRAWN.test(text) ? 'Roboto' : undefined;
}
