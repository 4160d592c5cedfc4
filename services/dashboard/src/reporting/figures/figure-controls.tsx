import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { writeList } from '../../app/address.js';
import { useSearch } from '../../app/use-search.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { FilterChips } from '../../ui/filter-chips.js';
import css from './figure-controls.module.css';
import { NO_FILTERS } from './filters.js';
import { presets } from './period.js';
import { useCommuneNames } from './use-commune-names.js';
import { type FiguresView } from './use-figures.js';

/** Period and comparison, written to the address. */
export function PeriodControls({ view }: { readonly view: FiguresView }) {
  const t = useWords();
  const [search, change] = useSearch();
  return (
    <PeriodFields view={view}>
      <NativeSelect
        label={t('figures.compare')}
        value={search['compare'] ?? 'previous'}
        onChange={(event) =>
          change({ compare: event.currentTarget.value === 'previous' ? undefined : event.currentTarget.value })
        }
        data={(['previous', 'year', 'none'] as const).map((value) => ({ value, label: t(`figures.compare.${value}`) }))}
      />
    </PeriodFields>
  );
}

/** The period, and one choice more beside it. */
export function PeriodFields(props: {
  readonly view: Pick<FiguresView, 'period' | 'today'>;
  readonly children: ReactNode;
}) {
  const { view } = props;
  const t = useWords();
  const [, change] = useSearch();
  const ready = presets(view.today);
  return (
    <div className={`${css.period} no-print`}>
      <div className={css.presets}>
        {(['month', 'quarter', 'year'] as const).map((name) => (
          <Button
            key={name}
            aria-pressed={ready[name].from === view.period.from && ready[name].to === view.period.to}
            variant={ready[name].from === view.period.from && ready[name].to === view.period.to ? 'light' : 'default'}
            onClick={() => change({ ...ready[name] })}
          >
            {t(`figures.preset.${name}`)}
          </Button>
        ))}
      </div>
      <TextInput
        type="date"
        label={t('figures.from')}
        value={view.period.from}
        max={view.period.to}
        onChange={(event) => change({ from: event.currentTarget.value, to: view.period.to })}
      />
      <TextInput
        type="date"
        label={t('figures.to')}
        value={view.period.to}
        min={view.period.from}
        onChange={(event) => change({ from: view.period.from, to: event.currentTarget.value })}
      />
      {props.children}
    </div>
  );
}

/** The filters in force under the title, each removable. */
export function FigureFilters({ view }: { readonly view: Pick<FiguresView, 'filters'> }) {
  const t = useWords();
  const label = useLabel();
  const [search, change] = useSearch();
  const communeName = useCommuneNames(view.filters.input.communes);
  const remove = (name: string, value: string) =>
    change({ [name]: writeList((search[name] ?? '').split(',').filter((word) => word && word !== value)) });
  return (
    <FilterChips
      chips={view.filters.chips.map(({ name, list, value }) => ({
        id: `${name}=${value}`,
        label: t(`figures.filter.${name}`, { value: list ? label(list, value) : communeName(value) }),
        onRemove: () => remove(name, value),
      }))}
      unknown={view.filters.unknown}
      onClear={() => change(NO_FILTERS)}
    />
  );
}
