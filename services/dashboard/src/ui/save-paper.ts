import { download } from './download.js';

/** Hands a paper to the person to keep or print; papers travel in base64, since answers are text. */
export function savePaper(file: { readonly name: string; readonly mediaType: string; readonly base64: string }): void {
  const bytes = Uint8Array.from(atob(file.base64), (sign) => sign.charCodeAt(0));
  download(file.name, bytes, file.mediaType);
}
