import { Button } from '@mantine/core';
import { useSearch } from '../../app/use-search.js';
import { useWords } from '../../i18n/words.js';
import { Notice, Row } from '../../ui/layout.js';
import { NO_FILTERS } from './filters.js';
import type { FiguresView } from './use-figures.js';

/** Why every figure of the view is zero: nothing happened yet, or nothing matches the filters. Silent otherwise. */
export function FigureEmptiness({ view }: { readonly view: FiguresView }) {
  const t = useWords();
  const [search, change] = useSearch();
  const found = view.figures.data?.figures?.figures;
  if (!found || found.some(({ value }) => value !== null && value !== 0)) return null;
  if (view.filters.chips.length > 0) {
    return (
      <Notice tone="note">
        <Row apart>
          <span>{t('figures.noMatch')}</span>
          <Button variant="default" onClick={() => change(NO_FILTERS)}>
            {t('ui.filters.clear')}
          </Button>
        </Row>
      </Notice>
    );
  }
  return <Notice tone="note">{t(search['from'] ? 'figures.nothingThen' : 'figures.empty')}</Notice>;
}
