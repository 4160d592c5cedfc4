import { RESOURCE_FILE_TYPE } from './resource.refusals.js';

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
const DOCUMENT = 'application/vnd.openxmlformats-officedocument';
/** What may be kept, by how the name ends; and what such a file begins with, since a name is easily given. */
const TYPES: Readonly<Record<string, readonly [mediaType: string, begins: Buffer]>> = {
  pdf: ['application/pdf', Buffer.from('%PDF-')],
  png: ['image/png', Buffer.from('\u0089PNG\r\n', 'latin1')],
  jpg: ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff])],
  jpeg: ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff])],
  odt: ['application/vnd.oasis.opendocument.text', ZIP],
  odp: ['application/vnd.oasis.opendocument.presentation', ZIP],
  ods: ['application/vnd.oasis.opendocument.spreadsheet', ZIP],
  docx: [`${DOCUMENT}.wordprocessingml.document`, ZIP],
  pptx: [`${DOCUMENT}.presentationml.presentation`, ZIP],
  xlsx: [`${DOCUMENT}.spreadsheetml.sheet`, ZIP],
};

/** The media type of a file. Refuses `RESOURCE_FILE_TYPE` for any that the library does not take. */
export function mediaTypeOf(name: string, bytes: Buffer): string {
  const [, ending = ''] = /\.([a-z]+)$/i.exec(name) ?? [];
  const known = TYPES[ending.toLowerCase()];
  if (!known || !bytes.subarray(0, known[1].length).equals(known[1])) throw RESOURCE_FILE_TYPE({}, 'input.fileId');
  return known[0];
}

/** The name without its folders and without what no file system takes, 120 characters at most, its ending kept. */
export function plainName(name: string): string {
  const [, stem = '', ending = ''] = /([^/\\]*?)(\.[a-z]+)?$/i.exec(name.normalize('NFC').toWellFormed()) ?? [];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what must go
  const plain = stem.replaceAll(/[\u0000-\u001f<>:"|?*]/g, ' ').trim();
  return `${plain.slice(0, 110).toWellFormed() || 'ressource'}${ending.toLowerCase()}`;
}
