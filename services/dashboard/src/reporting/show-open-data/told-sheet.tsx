import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useFormat } from '../../ui/format.js';
import { Halves, Sheet, Stack } from '../../ui/layout.js';
import { useIndicatorName, useMemberName } from './names.js';
import type { Told } from './published-view.js';

/** One figure: its total, its definition, and a table for each breakdown. */
export function ToldSheet({ told }: { readonly told: Told }) {
  const t = useWords();
  const format = useFormat();
  const label = useLabel();
  const { name, definition } = useIndicatorName();
  const memberName = useMemberName(label);
  const said = (value: number | null) => (value === null ? t('openData.masked') : format.number(value));
  return (
    <Sheet title={`${name(told.indicator)}\u00a0: ${said(told.total)}`}>
      <Stack gap={16}>
        <p className="soft">{definition(told.indicator)}</p>
        <Halves>
          {told.parts.map(({ dimension, rows }) => {
            const caption = t('openData.by', { dimension: t(`openData.dimension.${dimension as 'GENDER'}`) });
            return (
              <div key={dimension}>
                <h3>{caption}</h3>
                <DataTable
                  caption={`${name(told.indicator)}, ${caption}`}
                  rows={rows}
                  rowKey={({ member }) => member}
                  columns={[
                    {
                      id: 'member',
                      label: t(`openData.dimension.${dimension as 'GENDER'}`),
                      phone: 'title',
                      cell: ({ member }) => memberName(dimension, member),
                    },
                    {
                      id: 'value',
                      label: t('openData.number'),
                      number: true,
                      phone: 'main',
                      cell: ({ value }) => said(value),
                    },
                  ]}
                />
              </div>
            );
          })}
        </Halves>
      </Stack>
    </Sheet>
  );
}
