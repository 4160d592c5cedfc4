/** Reads a number with a comma or a point, spaces between thousands; null when empty, NaN when it is none. */
export function readNumber(text: string): number | null {
  const plain = text.replace(/\s/g, '').replace(',', '.');
  if (plain === '') return null;
  return /^[-\u2212]?\d+(\.\d+)?\.?$/.test(plain) ? Number(plain.replace('\u2212', '-')) : Number.NaN;
}

/** A number as a field shows it: decimal comma, nothing for none. */
export function numberText(value: number | null): string {
  return value === null || Number.isNaN(value) ? '' : String(value).replace('.', ',');
}
