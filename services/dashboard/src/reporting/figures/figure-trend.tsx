import { useSearch } from '../../app/use-search.js';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { LineChart } from '../../ui/line-chart.js';
import { useSpan } from './figure-tiles.js';
import { stepsOf } from './period.js';
import { type FiguresView } from './use-figures.js';

/** Support acts over time, the period compared with dashed behind; the step under way is said to be unfinished. */
export function FigureTrend({ view }: { readonly view: FiguresView }) {
  const t = useWords();
  const format = useFormat();
  const span = useSpan();
  const [search, change] = useSearch();
  const found = view.figures.data?.figures;
  if (!found) return null;
  const steps = stepsOf(view.period, view.grain);
  const values = new Map(found.trend?.map((point) => [point.start, point.value]));
  const compared = found.comparedFrom && found.comparedTo ? { from: found.comparedFrom, to: found.comparedTo } : null;
  const beforeSteps = compared ? stepsOf(compared, view.grain) : [];
  const before = new Map(found.previousTrend?.map((point) => [point.start, point.value]));
  const current = steps.at(-1);
  return (
    <LineChart
      title={t('figures.trend')}
      series={t('figures.acts')}
      beforeSeries={span(found.comparedFrom, found.comparedTo)}
      show={search['show'] === 'table' ? 'table' : 'chart'}
      onShow={(show) => change({ show: show === 'table' ? 'table' : undefined }, 'replace')}
      points={steps.map((start, index) => {
        const beforeStart = beforeSteps[index];
        const at = `${start}T12:00:00Z`;
        return {
          label: view.grain === 'MONTH' ? format.month(at) : format.day(at, 'short'),
          value: values.get(start) ?? 0,
          ...(beforeStart === undefined ? {} : { before: before.get(beforeStart) ?? 0 }),
          unfinished: start === current && view.period.to >= view.today,
        };
      })}
    />
  );
}
