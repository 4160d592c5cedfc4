import { PageLink } from '../../app/page-link.js';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { Chip, Row } from '../../ui/layout.js';
import type { FiguresView } from './use-figures.js';

/** The closed months of the period that were corrected since, each with what was taken back and what was added. */
export function ClosedMonths({ view }: { readonly view: FiguresView }) {
  const t = useWords();
  const format = useFormat();
  const corrected = (view.figures.data?.figures?.closedMonths ?? []).filter(
    ({ minus, plus }) => minus !== 0 || plus !== 0,
  );
  if (corrected.length === 0) return null;
  const branch = view.branches === null ? '' : `&branch=${view.branches.join(',')}`;
  return (
    <Row gap={8}>
      <span className="soft small">{t('figures.closed')}</span>
      {corrected.map(({ month, minus, plus }) => (
        <PageLink key={month} href={`/corrections?month=${month.slice(0, 7)}${branch}`}>
          <Chip tone="note">
            {t('figures.closedMonth', {
              month: format.month(`${month}T12:00:00Z`),
              minus: format.change(minus, 'count'),
              plus: format.change(plus, 'count'),
            })}
          </Chip>
        </PageLink>
      ))}
    </Row>
  );
}
