import { Block } from '../../app/block.js';
import { useLive } from '../../app/live/live.js';
import { graphql } from '../../app/query.js';
import { useRead } from '../../app/use-read.js';
import { useWords } from '../../i18n/words.js';
import { ChartFrame } from '../../ui/chart-frame.js';
import { DataTable } from '../../ui/data-table.js';
import { useFormat } from '../../ui/format.js';
import { Sheet } from '../../ui/layout.js';
import { mondayOf } from '../list-sessions/week.js';
import { type DayCount, soFar } from './so-far.js';
import css from './this-week.module.css';

const WEEK = graphql(`
  query ThisWeek($input: FiguresInput!) {
    figures(input: $input) {
      trend(of: SUPPORT_ACTS, grain: DAY) {
        start
        value
      }
    }
  }
`);

/** The support acts of the week so far, a bar a day, and the same as a table. */
export function ThisWeek({ branch, today }: { readonly branch: string | undefined; readonly today: string }) {
  const t = useWords();
  const monday = mondayOf(today);
  const read = useRead(WEEK, { input: { from: monday, to: today, branches: branch ? [branch] : null } });
  useLive([read.key], branch ? [branch] : ['*']);
  return (
    <Sheet>
      <Block read={read} at="figures" doing={t('figures.doing')} lines={4}>
        {({ figures }) => <Week days={soFar(figures?.trend ?? [], monday, today)} today={today} />}
      </Block>
    </Sheet>
  );
}

function Week({ days, today }: { readonly days: readonly DayCount[]; readonly today: string }) {
  const t = useWords();
  const format = useFormat();
  const total = days.reduce((sum, { count = 0 }) => sum + count, 0);
  const name = (day: string) => format.day(`${day}T12:00:00Z`, 'weekday');
  return (
    <ChartFrame
      title={t('today.week')}
      takeaway={t('today.weekSum', { count: total })}
      kind="bars"
      chart={<Bars days={days} today={today} />}
      table={
        <DataTable
          caption={t('today.week')}
          rows={days}
          rowKey={({ day }) => day}
          columns={[
            { id: 'day', label: t('today.day'), phone: 'title', cell: ({ day }) => name(day) },
            {
              id: 'acts',
              label: t('figures.acts'),
              number: true,
              phone: 'main',
              cell: ({ count }) => format.amount(count ?? 'DOES_NOT_APPLY'),
            },
          ]}
        />
      }
    />
  );
}

/** Seven bars from zero; today's is hatched, since its day is not over. The table says the same. */
function Bars({ days, today }: { readonly days: readonly DayCount[]; readonly today: string }) {
  const format = useFormat();
  const top = Math.max(1, ...days.map(({ count = 0 }) => count));
  const initial = (day: string) => format.day(`${day}T12:00:00Z`, 'weekday').slice(0, 2);
  return (
    <div className={css.bars} aria-hidden="true">
      {days.map(({ day, count }) => (
        <div key={day} data-today={day === today || undefined}>
          <span className={css.count}>{count === undefined ? '' : format.number(count)}</span>
          <span
            className={css.bar}
            data-none={count === undefined || undefined}
            style={{ height: `${((count ?? 0) / top) * 64}px` }}
          />
          <span className="soft">{initial(day)}</span>
        </div>
      ))}
    </div>
  );
}
