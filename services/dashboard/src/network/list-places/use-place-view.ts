import { useBranchName } from '../../app/branch-names.js';
import { useIdentity } from '../../app/session.js';
import { useSearch } from '../../app/use-search.js';
import { useChoices, useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import type { FilterChip } from '../../ui/filter-chips.js';

type Service = ReturnType<typeof useChoices<'PlaceService'>>[number]['value'];

/** Which places are meant, as the service asks for it. */
export interface PlaceChoice {
  readonly branch: string | null;
  readonly communeCode: string | null;
  readonly service: Service | null;
  readonly complete: boolean | null;
  readonly text: string | null;
}

/** The directory as the address says it: `?branch=all&commune=33063&complete=no&service=DIGITAL_SAFETY&text=…`. */
export interface PlaceView {
  readonly choice: PlaceChoice;
  /** Somebody with one branch begins with its places; the directory itself is everybody's. */
  readonly own: string | undefined;
  /** More than the branch narrows the list. */
  readonly narrowed: boolean;
  /** Found in the address and not understood: said, not swallowed. */
  readonly unknown: readonly string[];
  readonly show: 'list' | 'map';
  readonly context: string;
  readonly chips: (commune: string | undefined) => FilterChip[];
  readonly clear: () => void;
  readonly change: ReturnType<typeof useSearch>[1];
}

const NARROWING = ['commune', 'service', 'complete', 'text'] as const;
const COMPLETE: Readonly<Record<string, boolean>> = { yes: true, no: false };

export function usePlaceView(): PlaceView {
  const t = useWords();
  const label = useLabel();
  const identity = useIdentity();
  const names = useBranchName();
  const services = useChoices('PlaceService');
  const [search, change] = useSearch();
  const own = identity.branches.length === 1 && identity.branches[0] !== '*' ? identity.branches[0] : undefined;
  const asked = search['branch'];
  const known = asked === undefined || asked === 'all' || /^[A-Z]{2}$/.test(asked);
  const branch = known && asked ? (asked === 'all' ? null : asked) : (own ?? null);
  const service = services.find(({ value }) => value === search['service'])?.value ?? null;
  const complete = COMPLETE[search['complete'] ?? ''] ?? null;
  const communeCode = /^\w{5}$/.test(search['commune'] ?? '') ? (search['commune'] ?? null) : null;
  const text = search['text']?.trim() || null;
  const read: Readonly<Record<string, unknown>> = { commune: communeCode, service, complete, text };
  const unknown = [
    ...(known ? [] : [`branch=${asked}`]),
    ...NARROWING.filter((name) => search[name] !== undefined && read[name] === null).map(
      (name) => `${name}=${search[name]}`,
    ),
  ];
  const cleared = Object.fromEntries(NARROWING.map((name) => [name, undefined]));
  const chip = (id: (typeof NARROWING)[number], words: string): FilterChip => ({
    id,
    label: words,
    onRemove: () => change({ [id]: undefined }),
  });
  return {
    choice: { branch, communeCode, service, complete, text },
    own,
    narrowed: NARROWING.some((name) => read[name] !== null),
    unknown,
    show: search['show'] === 'map' ? 'map' : 'list',
    context: branch === null ? t('place.whole') : names.of(branch),
    chips: (commune) => [
      ...(communeCode ? [chip('commune', t('place.filter.commune', { commune: commune ?? communeCode }))] : []),
      ...(service ? [chip('service', label('PlaceService', service))] : []),
      ...(complete === null ? [] : [chip('complete', t(`place.complete.${complete ? 'yes' : 'no'}`))]),
      ...(text ? [chip('text', t('place.filter.text', { text }))] : []),
    ],
    clear: () => change(cleared),
    change,
  };
}
