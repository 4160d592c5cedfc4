import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useFormat } from '../../ui/format.js';
import { Facts, Sheet, Stack } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';
import type { Trial } from './grade-query.js';

const GRADES = ['PREMIUM', 'A', 'B', 'C', 'D'] as const;
type Grade = (typeof GRADES)[number];

/** What the rule tried would make of grades, of the ready stock and of its price. */
export function RuleTrial({ trial }: { readonly trial: Trial }) {
  const t = useWords();
  const format = useFormat();
  const label = useLabel();
  const name = (type: string, grade: string) => `${label('EquipmentType', type)} · ${label('Grade', grade)}`;
  const money = (count: number, unit: number | null) => (unit === null ? '–' : format.money(count * unit));
  const aside = trial.aside.map(({ type, count }) => `${label('EquipmentType', type)}\u00a0: ${format.number(count)}`);
  return (
    <>
      <Sheet title={t('grades.result')}>
        <Facts
          facts={[
            [t('grades.tried'), format.number(trial.tried)],
            [t('grades.changed'), format.number(trial.changed)],
            [t('grades.aside'), aside.length > 0 ? aside.join(', ') : '0'],
            [t('grades.centsBefore'), format.money(trial.centsBefore)],
            [t('grades.centsAfter'), format.money(trial.centsAfter)],
            ...(trial.unpriced > 0 ? [[t('grades.unpriced'), format.number(trial.unpriced)] as const] : []),
          ]}
        />
      </Sheet>
      <Sheet title={t('grades.moves')}>
        <Stack gap={12}>
          <p className="soft small">{t('grades.movesHelp')}</p>
          <DataTable
            caption={t('grades.moves')}
            rows={rowsOf(trial.moves)}
            rowKey={({ type, before }) => `${type} ${before}`}
            empty={<Empty reason="nothing-yet">{t('grades.nothing')}</Empty>}
            columns={[
              {
                id: 'before',
                label: t('grades.before'),
                phone: 'title',
                cell: ({ type, before }) => name(type, before),
              },
              ...GRADES.map((grade) => ({
                id: grade,
                label: t('grades.to', { grade: label('Grade', grade) }),
                number: true,
                cell: (row: Row) => count(row, grade, format.number),
              })),
            ]}
          />
        </Stack>
      </Sheet>
      <Sheet title={t('grades.stock')}>
        <DataTable
          caption={t('grades.stock')}
          rows={trial.stock}
          rowKey={({ type, grade }) => `${type} ${grade}`}
          empty={<Empty reason="nothing-yet">{t('grades.noStock')}</Empty>}
          columns={[
            { id: 'grade', label: t('devices.grade'), phone: 'title', cell: ({ type, grade }) => name(type, grade) },
            {
              id: 'before',
              label: t('grades.readyBefore'),
              number: true,
              cell: ({ readyBefore }) => format.number(readyBefore),
            },
            {
              id: 'after',
              label: t('grades.readyAfter'),
              number: true,
              cell: ({ readyAfter }) => format.number(readyAfter),
            },
            {
              id: 'unit',
              label: t('tariff.price'),
              number: true,
              cell: ({ unitCents }) => (unitCents === null ? t('tariff.none') : format.money(unitCents)),
            },
            {
              id: 'centsBefore',
              label: t('grades.valueBefore'),
              number: true,
              cell: ({ readyBefore, unitCents }) => money(readyBefore, unitCents),
            },
            {
              id: 'centsAfter',
              label: t('grades.valueAfter'),
              number: true,
              cell: ({ readyAfter, unitCents }) => money(readyAfter, unitCents),
            },
          ]}
        />
      </Sheet>
    </>
  );
}

interface Row {
  readonly type: string;
  readonly before: Grade;
  readonly moves: Trial['moves'];
}

function rowsOf(moves: Trial['moves']): Row[] {
  const types = [...new Set(moves.map(({ type }) => type))];
  return types.flatMap((type) =>
    GRADES.map((before) => ({
      type,
      before,
      moves: moves.filter((move) => move.type === type && move.before === before),
    })).filter((row) => row.moves.length > 0),
  );
}

/** A count; in bold where the grade would be another one. */
function count({ before, moves }: Row, after: Grade, number: (value: number) => string) {
  const found = moves.find((move) => move.after === after)?.count ?? 0;
  if (found === 0) return '–';
  return before === after ? number(found) : <strong>{number(found)}</strong>;
}
