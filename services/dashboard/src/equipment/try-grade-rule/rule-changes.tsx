import { Block } from '../../app/block.js';
import { PageLink } from '../../app/page-link.js';
import { usePages } from '../../app/use-pages.js';
import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useFormat } from '../../ui/format.js';
import { Sheet } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';
import { CHANGES, type Change, type Thresholds } from './grade-query.js';

/** The devices whose grade would change, each with the lines that make both grades. */
export function RuleChanges({ candidate }: { readonly candidate: Thresholds }) {
  const t = useWords();
  const format = useFormat();
  const label = useLabel();
  const read = usePages(CHANGES, { input: candidate }, ({ gradeRuleChanges }) => gradeRuleChanges);
  const said = (lines: Change['linesAfter']) =>
    lines
      .map(({ factor, value, points }) => `${label('GradeFactor', factor)} ${value} → ${format.number(points)}`)
      .join(' · ');
  return (
    <Sheet title={t('grades.changes')}>
      <Block read={read} at="gradeRuleChanges" doing={t('grades.doingChanges')}>
        {() => (
          <DataTable
            caption={t('grades.changes')}
            rows={read.items}
            rowKey={({ id }) => id}
            onMore={read.more}
            loadingMore={read.loadingMore}
            empty={<Empty reason="nothing-yet">{t('grades.noChanges')}</Empty>}
            columns={[
              {
                id: 'tag',
                label: t('grades.device'),
                phone: 'title',
                cell: ({ tag }) => (
                  <PageLink className="number" href={`/devices/${tag}`}>
                    {tag}
                  </PageLink>
                ),
              },
              {
                id: 'grade',
                label: t('devices.grade'),
                phone: 'main',
                cell: ({ before, after }) => `${label('Grade', before)} → ${label('Grade', after)}`,
              },
              { id: 'state', label: t('grades.state'), cell: ({ state }) => label('EquipmentState', state) },
              {
                id: 'why',
                label: t('grades.why'),
                cell: ({ gradeRule, linesBefore, linesAfter }) => (
                  <div className="small">
                    <div className="soft">{t('grades.lines', { rule: gradeRule, lines: said(linesBefore) })}</div>
                    <div>{t('grades.lines', { rule: t('grades.candidate'), lines: said(linesAfter) })}</div>
                  </div>
                ),
              },
            ]}
          />
        )}
      </Block>
    </Sheet>
  );
}
