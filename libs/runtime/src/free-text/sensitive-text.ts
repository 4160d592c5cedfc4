/** What is never kept in a text that members type. */
export type SensitiveKind = 'NIR' | 'IBAN' | 'CARD' | 'PASSWORD';

/**
 * Finds what must not be written into a record: the number of social security (NIR, which only bodies named by décret 2019-341
 * may keep), a bank account, a payment card, a password. Numbers are told by their own keys, so that a phone, a serial number or a
 * SIRET is none of them.
 */
export function sensitiveIn(text: string): SensitiveKind | undefined {
  if (hasNir(text)) return 'NIR';
  if (hasIban(text)) return 'IBAN';
  if (hasCard(text)) return 'CARD';
  return PASSWORD.test(text) ? 'PASSWORD' : undefined;
}

/** Sex (a provisional number's 7 or 8 would take many telephones' IMEI for one), year, month, department, commune, order, and the key when it is there (INSEE). */
const NIR =
  /(?<![\w+])([12])[\s.-]?(\d\d)[\s.-]?(0[1-9]|1[0-2]|[2-4]\d|[5-9]\d)[\s.-]?(\d\d|2[AB])[\s.-]?(\d{3})[\s.-]?(\d{3})(?:[\s.-]?(\d\d))?(?![\w])/gi;

function hasNir(text: string): boolean {
  return [...text.matchAll(NIR)].some(
    ([, sex = '', year = '', month = '', department = '', commune = '', order = '', key]) => {
      if (department === '00' || order === '000' || commune === '000') return false;
      // Without the key nothing but the calendar tells it from another number.
      if (key === undefined) return Number(month) <= 12;
      const corsica = department.toUpperCase().replace('2A', '19').replace('2B', '18');
      const number = Number(`${sex}${year}${month}${corsica}${commune}${order}`);
      return 97 - (number % 97) === Number(key);
    },
  );
}

/** Lengths by country (ISO 13616), for the countries of the euro payments area. */
const IBAN_LENGTHS: Readonly<Record<string, number>> = {
  ...{ AD: 24, AT: 20, BE: 16, BG: 22, CH: 21, CY: 28, CZ: 24, DE: 22, DK: 18, EE: 20, ES: 24, FI: 18, FR: 27, GB: 22 },
  ...{ GI: 23, GR: 27, HR: 21, HU: 28, IE: 22, IS: 26, IT: 27, LI: 21, LT: 20, LU: 20, LV: 21, MC: 27, MT: 31, NL: 18 },
  ...{ NO: 15, PL: 28, PT: 25, RO: 24, SE: 24, SI: 19, SK: 24, SM: 27, VA: 22 },
};

/** The longest account of all with a space between any two characters: no text is read further than that from where one may begin. */
const IBAN_SPAN = 2 * 34;

function hasIban(text: string): boolean {
  const upper = text.toUpperCase();
  return [...upper.matchAll(/(?<!\w)([A-Z]{2})\d\d/g)].some(({ 1: country = '', index }) => {
    const length = IBAN_LENGTHS[country];
    const iban = upper
      .slice(index, index + IBAN_SPAN)
      .replace(/[\s.-]/g, '')
      .slice(0, length ?? 0);
    if (length === undefined || iban.length < length || !/^[A-Z0-9]+$/.test(iban)) return false;
    const digits = `${iban.slice(4)}${iban.slice(0, 4)}`.replace(/[A-Z]/g, (letter) =>
      String(letter.charCodeAt(0) - 55),
    );
    return [...digits].reduce((remainder, digit) => (remainder * 10 + Number(digit)) % 97, 0) === 1;
  });
}

/** Visa, Mastercard and American Express by their first digits; the last one is a check digit (ISO/IEC 7812, Luhn). */
const CARD = /(?<![\w+])(?:4\d{3}|5[1-5]\d\d|2[2-7]\d\d|3[47]\d\d)(?:[\s-]?\d){11,12}(?!\w)/g;

function hasCard(text: string): boolean {
  return [...text.matchAll(CARD)].some(([found]) => {
    const digits = found.replace(/\D/g, '');
    return digits.length === (digits.startsWith('3') ? 15 : 16) && luhn(digits);
  });
}

function luhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** A word for a password, and something after it that is one. */
const PASSWORD =
  /(?<!\p{L})(?:mots? de passe|mdp|password|passwd|code (?:secret|pin)|pin)\s*(?:[:=]|est\s|is\s)\s*\S{3,}/iu;
