import { download } from '../ui/download.js';

/** Hands a file of the till to the person; papers travel in base64, since answers are text. */
export function saveTillFile(file: {
  readonly name: string;
  readonly mediaType: string;
  readonly base64: string;
}): void {
  const bytes = Uint8Array.from(atob(file.base64), (sign) => sign.charCodeAt(0));
  download(file.name, bytes, file.mediaType);
}
