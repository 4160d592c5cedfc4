import { inflateSync } from 'node:zlib';

/** The words of a PDF, line under line, from the strings that its streams show: those set in a font that is not embedded. */
export function wordsIn(base64: string): string {
  const bytes = Buffer.from(base64, 'base64').toString('latin1');
  const streams = [...bytes.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, stream]) => String(stream));
  const drawn = streams.map((stream) => inflateSync(Buffer.from(stream, 'latin1')).toString('latin1')).join('\n');
  const shown = [...drawn.matchAll(/\[(.*?)\] TJ/g)].map(([, parts]) =>
    [...String(parts).matchAll(/<([0-9a-f]*)>/g)]
      .map(([, hex]) => Buffer.from(String(hex), 'hex').toString('latin1'))
      .join(''),
  );
  return shown.join(' ').replaceAll('\u0080', '€').replaceAll('\u00a0', ' ').replace(/ +/g, ' ');
}
