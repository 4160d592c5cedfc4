import bwipjs from 'bwip-js';
import type { Content } from 'pdfmake';
import { type Paper, pdfOf } from '#papers';
import type { Device } from '../devices/device.entity.js';
import { TYPE_FR } from '../devices/device-words.js';

const MM = 72 / 25.4;
const ACROSS = 3;
const DOWN = 8;
/** Labels of 70 × 37 mm, edge to edge over the width: 8 × 37 mm leave half a millimetre above and below. */
const WIDTH = 70 * MM;
const HEIGHT = 37 * MM;
const TOP = 0.5 * MM;
const INSIDE = 5 * MM;
const CODE = 24 * MM;

/** How many labels an A4 sheet has. */
export const PER_SHEET = ACROSS * DOWN;

/** What a label says. */
export type Labelled = Pick<Device, 'tag' | 'type' | 'grade' | 'ramGb' | 'storageGb' | 'storageKind'>;

/** Labels on A4 sheets, the first at a place counted from 1: the tag as DataMatrix and in letters, and what the device is. */
export function labelSheets(devices: readonly Labelled[], first: number): Promise<Buffer> {
  const pages = Math.ceil((first - 1 + devices.length) / PER_SHEET);
  const paper: Paper = {
    pageSize: 'A4',
    pageMargins: [0, 0, 0, 0],
    defaultStyle: { font: 'Helvetica', fontSize: 9 },
    language: 'fr-FR',
    info: { title: 'Étiquettes de matériel', creationDate: new Date(0) },
    content: Array.from({ length: pages }, (_, page) => [
      ...(page === 0 ? [] : [{ text: '', pageBreak: 'before' } satisfies Content]),
      ...devices.flatMap((device, index) => {
        const place = first - 1 + index;
        return Math.floor(place / PER_SHEET) === page ? label(device, place % PER_SHEET) : [];
      }),
    ]),
  };
  return pdfOf(paper);
}

function label(device: Labelled, place: number): Content[] {
  const x = (place % ACROSS) * WIDTH + INSIDE;
  const y = TOP + Math.floor(place / ACROSS) * HEIGHT + INSIDE;
  const beside = x + CODE + 3 * MM;
  return [
    { svg: bwipjs.toSVG({ bcid: 'datamatrix', text: device.tag }), width: CODE, absolutePosition: { x, y } },
    { text: device.tag, bold: true, fontSize: 12, absolutePosition: { x: beside, y: y + 2 * MM } },
    { text: whatItIs(device), absolutePosition: { x: beside, y: y + 9 * MM } },
    { text: memory(device), absolutePosition: { x: beside, y: y + 14 * MM } },
    { text: 'Passerelle', fontSize: 7, absolutePosition: { x: beside, y: y + 20 * MM } },
  ];
}

function whatItIs({ type, grade }: Labelled): string {
  const what = `${TYPE_FR[type].charAt(0).toUpperCase()}${TYPE_FR[type].slice(1)}`;
  return grade === null ? what : `${what}, ${grade}`;
}

function memory({ ramGb, storageGb, storageKind }: Labelled): string {
  const disk = storageGb === null ? null : [storageKind, `${storageGb} Go`].filter(Boolean).join(' ');
  return [ramGb === null ? null : `${ramGb} Go`, disk].filter(Boolean).join(', ');
}
