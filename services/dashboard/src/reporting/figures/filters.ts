import { readList, type Search } from '../../app/address.js';
import { vocabulary } from '../../i18n/vocabulary.fr.js';

/** A filter of the figure pages: its word in the address and the value list behind it. */
const LISTS = {
  solution: 'Solution',
  theme: 'MediationTheme',
  age: 'AgeBand',
  gender: 'Gender',
  status: 'SocialStatus',
} as const;
export type FilterName = keyof typeof LISTS | 'commune';

/** The filters in force and, apart, what the address asked for and nobody knows. */
export interface FiltersInForce {
  readonly input: {
    solutions: ('COURSE' | 'DROP_IN' | 'SALE')[];
    themes: never[];
    ageBands: never[];
    genders: never[];
    socialStatuses: never[];
    communes: string[];
  };
  readonly chips: readonly {
    readonly name: FilterName;
    readonly list: keyof typeof vocabulary | null;
    readonly value: string;
  }[];
  readonly unknown: readonly string[];
}

/** What clearing all filters writes into the address. */
export const NO_FILTERS: Readonly<Record<FilterName, undefined>> = {
  solution: undefined,
  theme: undefined,
  age: undefined,
  gender: undefined,
  status: undefined,
  commune: undefined,
};

/** Reads the filters of the address. An unknown value is ignored and said. */
export function filtersOf(search: Search): FiltersInForce {
  const read = (name: keyof typeof LISTS) => readList(search[name], Object.keys(vocabulary[LISTS[name]]));
  const lists = {
    solution: read('solution'),
    theme: read('theme'),
    age: read('age'),
    gender: read('gender'),
    status: read('status'),
  };
  const communes = (search['commune'] ?? '').split(',').filter(Boolean);
  const goodCommunes = communes.filter((code) => /^(\d{2}|2[AB])\d{3}$/.test(code));
  const names = Object.keys(LISTS) as (keyof typeof LISTS)[];
  return {
    input: {
      solutions: [...lists.solution.known] as FiltersInForce['input']['solutions'],
      themes: [...lists.theme.known] as never[],
      ageBands: [...lists.age.known] as never[],
      genders: [...lists.gender.known] as never[],
      socialStatuses: [...lists.status.known] as never[],
      communes: goodCommunes,
    },
    chips: [
      ...names.flatMap((name) => lists[name].known.map((value) => ({ name, list: LISTS[name], value }))),
      ...goodCommunes.map((value) => ({ name: 'commune' as const, list: null, value })),
    ],
    unknown: [
      ...names.flatMap((name) => lists[name].unknown.map((value) => `${name}=${value}`)),
      ...communes.filter((code) => !goodCommunes.includes(code)).map((code) => `commune=${code}`),
    ],
  };
}
