import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useWords } from '../i18n/words.js';
import css from './table.module.css';

/** One filter in force, said in words. */
export interface FilterChip {
  readonly id: string;
  readonly label: string;
  readonly onRemove: () => void;
}

/** The filters of the page, under its title; what the address asked for and nobody knows is said, not swallowed. */
export function FilterChips(props: {
  readonly chips: readonly FilterChip[];
  readonly onClear: () => void;
  /** `theme=xyz`, as found in the address and ignored. */
  readonly unknown?: readonly string[];
}) {
  const t = useWords();
  const unknown = props.unknown ?? [];
  if (props.chips.length === 0 && unknown.length === 0) return null;
  return (
    <>
      {props.chips.length > 0 ? (
        <ul className={css.chips} aria-label={t('ui.filters.inForce')}>
          {props.chips.map((chip) => (
            <li key={chip.id} className={css.filter}>
              <span>{chip.label}</span>
              <button type="button" onClick={chip.onRemove} aria-label={t('ui.filters.remove', { filter: chip.label })}>
                <IconX size={16} stroke={1.75} aria-hidden />
              </button>
            </li>
          ))}
          <li>
            <Button variant="subtle" size="compact-md" onClick={props.onClear}>
              {t('ui.filters.clearAll')}
            </Button>
          </li>
        </ul>
      ) : null}
      {unknown.length > 0 ? (
        <p className="soft small" role="status">
          {unknown.map((filter) => t('ui.filters.unknown', { filter })).join(' ')}
        </p>
      ) : null}
    </>
  );
}
