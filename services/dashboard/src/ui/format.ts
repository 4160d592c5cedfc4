import { createContext, useContext, useMemo } from 'react';
import { useIntl } from 'react-intl';

export type Language = 'fr' | 'en';

/** Four different nothings, never mixed. Zero is a number and needs no name here. */
export type Nothing = 'DOES_NOT_APPLY' | 'NOT_AVAILABLE' | 'MASKED';
/** A figure to show: counted, or one of the nothings. */
export type Amount = number | Nothing;
export type Measure = 'count' | 'money' | 'share' | 'points' | 'decimal';

/** Every number, price, date and hour that the dashboard writes, in one language and one branch's zone. */
export interface Format {
  readonly language: Language;
  readonly zone: string;
  /** `12 806`; French groups with a narrow no-break space. */
  number(value: number, decimals?: number): string;
  /** Integer cents: `70,00 €`. */
  money(cents: number): string;
  /** A ratio: 0.71 → `71 %`. */
  share(ratio: number): string;
  /** A figure or its nothing, in its measure; money without cents when it is a large total. */
  amount(value: Amount, measure?: Measure): string;
  /** `+8 %`, `−3 %`, `+2 pts`; the minus is a true minus. */
  change(change: number, measure: 'percent' | 'points' | 'count'): string;
  /** `14:00`, for tables. */
  time(at: Date | string): string;
  /** `14 h`, `14 h 30`, for sentences; English `2 p.m.`, `2.30 p.m.`. */
  hour(at: Date | string): string;
  /** `jeudi 26 novembre 2026`. */
  day(at: Date | string, style?: 'long' | 'short' | 'weekday'): string;
  /** `26/11/2026 14:00`. */
  moment(at: Date | string): string;
  /** `nov. 2026`. */
  month(at: Date | string): string;
  /** How long ago, coarse: `1 s`, `4 min`, `3 h`, `2 j`. */
  age(milliseconds: number): string;
  /** `06 12 34 56 78` of a number kept as `+33612345678`; any other country's as it is kept. Never broken over two lines. */
  phone(number: string): string;
  /** The calendar day in the branch's zone, `2026-11-26`. */
  localDate(at: Date | string): string;
}

const NOTHING: Record<Language, Record<Nothing, string>> = {
  fr: { DOES_NOT_APPLY: '–', NOT_AVAILABLE: 'n. d.', MASKED: 'masqué' },
  en: { DOES_NOT_APPLY: '–', NOT_AVAILABLE: 'n/a', MASKED: 'masked' },
};

const MINUS = '\u2212';
const NO_BREAK = '\u00a0';

/** Builds the formatter of one language and zone; pure, so that it is tested without a page. */
export function makeFormat(language: Language, zone: string): Format {
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB';
  const inZone = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
  const euros = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' });
  const wholeEuros = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const timeOfDay = inZone({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const days = {
    long: inZone({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    short: inZone({ day: '2-digit', month: '2-digit', year: 'numeric' }),
    weekday: inZone({ weekday: 'long', day: 'numeric', month: 'long' }),
  };
  const monthYear = inZone({ month: 'short', year: 'numeric' });
  const isoDay = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const date = (at: Date | string) => (typeof at === 'string' ? new Date(at) : at);

  const format: Format = {
    language,
    zone,
    number: (value, decimals = 0) =>
      signed(new Intl.NumberFormat(locale, { maximumFractionDigits: decimals }).format(value)),
    money: (cents) => signed(euros.format(cents / 100)),
    share: (ratio) => signed(percent.format(ratio)),
    amount: (value, measure = 'count') => {
      if (typeof value !== 'number') return NOTHING[language][value];
      if (measure === 'money') return signed((Math.abs(value) >= 100_000 ? wholeEuros : euros).format(value / 100));
      if (measure === 'share') return format.share(value);
      if (measure === 'points') return format.change(value, 'points');
      return format.number(value, measure === 'decimal' ? 1 : 0);
    },
    change: (change, measure) => {
      const sign = change > 0 ? '+' : change < 0 ? MINUS : '';
      const size = Math.abs(change);
      if (measure === 'percent') return `${sign}${percent.format(size)}`;
      const figure = format.number(size, 1);
      if (measure === 'count') return `${sign}${figure}`;
      return `${sign}${figure}${NO_BREAK}pt${size >= 2 ? 's' : ''}`;
    },
    time: (at) => timeOfDay.format(date(at)),
    hour: (at) => spokenHour(language, timeOfDay.format(date(at))),
    day: (at, style = 'long') =>
      days[style].format(date(at)).replace(/^(\p{L}+ )?1 /u, language === 'fr' ? '$11er ' : '$11 '),
    moment: (at) => `${days.short.format(date(at))} ${timeOfDay.format(date(at))}`,
    month: (at) => monthYear.format(date(at)),
    age: (milliseconds) => coarseAge(language, milliseconds),
    phone: (number) =>
      number.replace(/^\+33(\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, ['0$1', '$2', '$3', '$4', '$5'].join(NO_BREAK)),
    localDate: (at) => isoDay.format(date(at)),
  };
  return format;
}

function signed(text: string): string {
  return text.replace(/^-/, MINUS);
}

function spokenHour(language: Language, hhmm: string): string {
  const [hours = '0', minutes = '00'] = hhmm.split(':');
  const hour = Number(hours);
  if (language === 'fr') return `${hour}${NO_BREAK}h${minutes === '00' ? '' : `${NO_BREAK}${minutes}`}`;
  const clock = hour % 12 === 0 ? 12 : hour % 12;
  return `${clock}${minutes === '00' ? '' : `.${minutes}`}${NO_BREAK}${hour < 12 ? 'a.m.' : 'p.m.'}`;
}

function coarseAge(language: Language, milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 60) return `${seconds}${NO_BREAK}s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)}${NO_BREAK}min`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)}${NO_BREAK}h`;
  return `${Math.floor(seconds / 86_400)}${NO_BREAK}${language === 'fr' ? 'j' : 'd'}`;
}

const ZoneContext = createContext('Europe/Paris');
/** The zone of the branch that the pages below speak of. */
export const ZoneProvider = ZoneContext.Provider;

/** The formatter of the reader's language and the branch's zone. */
export function useFormat(): Format {
  const { locale } = useIntl();
  const zone = useContext(ZoneContext);
  return useMemo(() => makeFormat(locale === 'en' ? 'en' : 'fr', zone), [locale, zone]);
}
