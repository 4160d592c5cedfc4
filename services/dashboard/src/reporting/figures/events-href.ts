import type { Search } from '../../app/address.js';
import type { FiguresView } from './use-figures.js';

/** Words of the address that describe a view and nothing else of the page. */
const OF_VIEW = ['solution', 'theme', 'age', 'gender', 'status', 'commune', 'asOf'] as const;

/** The address of the events behind a figure of this view; copied, it shows the same events to whoever may see them. */
export function eventsHref(search: Search, view: Pick<FiguresView, 'period' | 'branches'>, code: string): string {
  const kept = OF_VIEW.flatMap((name) => (search[name] ? [[name, search[name]]] : []));
  const branch = view.branches === null ? [] : [['branch', view.branches.join(',')]];
  const words = [['of', code], ['from', view.period.from], ['to', view.period.to], ...branch, ...kept];
  return `/figures/events?${words.map(([name = '', value = '']) => `${name}=${encodeURIComponent(value)}`).join('&')}`;
}
