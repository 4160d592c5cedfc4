import { createHash } from 'node:crypto';

/**
 * Reads the number printed on a SIM card: 19 or 20 digits beginning with 89, the last one a check digit (ITU-T E.118). Spaces and the
 * filler `F` of some scanners are left out. Null for anything else.
 */
export function readIccid(typed: string): string | null {
  const digits = typed.replace(/[\s.-]/g, '').replace(/f$/i, '');
  return /^89\d{17,18}$/.test(digits) && luhn(digits) ? digits : null;
}

/** What is kept of a card’s number: enough to know it again, too little to tell it. */
export function fingerprintOf(iccid: string): string {
  return createHash('sha256').update(`sim ${iccid}`).digest('hex');
}

function luhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
